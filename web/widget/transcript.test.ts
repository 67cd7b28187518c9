import { describe, expect, it } from 'vitest';
import { cite } from '../testing/fake-documents.ts';
import type { Turn } from './conversation.ts';
import { answerText, citationLine, conversationMarkdown } from './transcript.ts';

const citation = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.', '7 Monitoring en evaluatie');
const turn: Turn = {
  id: 'a', question: 'Tot wanneer?', state: 'done', text: 'Uiterlijk tot 1 mei 2029. [1]', citations: [citation],
  answer: { id: 'x', outcome: 'beantwoord', abstained: false, mode: 'extractief', routes: [], notices: ['Het kan eerder eindigen.'] },
};
const addressOf = (): string => 'https://wijzer.nl/bronnen/h#t=1-2';

describe('copies of an answer', () => {
  it('say for each citation where it stands and how much it weighs', () => {
    const line = citationLine(citation, 'https://a.nl');
    expect(line).toBe(
      '[1] Handleiding zorgverzekeraars en zorgaanbieders, Prestatie patiëntengroepsgebonden samenwerking Zvw, versie 1.0, De Juiste Zorg op de Juiste Plek (IZA-partijen), juli 2024, pagina 13, 7 Monitoring en evaluatie (Handreiking). “Het experiment eindigt daarom uiterlijk op 1 mei 2029.” https://a.nl',
    );
  });

  it('say that a source holds no more', () => {
    expect(citationLine({ ...citation, supersededOn: '2015-07' }, 'https://a.nl')).toContain('(Handreiking, geldt niet meer sinds juli 2015)');
  });

  it('hold question, answer, warning, citations and the notice about the computer', () => {
    const text = answerText(turn, addressOf);
    for (const part of ['Tot wanneer?', 'Uiterlijk tot 1 mei 2029. [1]', 'Let op: Het kan eerder eindigen.', '“Het experiment', 'Een computer maakt']) expect(text).toContain(part);
  });

  it('hold the whole conversation as Markdown, without turns that have no text', () => {
    const markdown = conversationMarkdown([turn, { ...turn, question: 'Leeg?', text: '' }], addressOf, '2 maart 2026');
    expect(markdown.startsWith('# Gesprek met de Bekostigingswijzer\n\n2 maart 2026.')).toBe(true);
    expect(markdown).toContain('## Tot wanneer?\n\nUiterlijk tot 1 mei 2029. [1]');
    expect(markdown).toContain('> **Let op:** Het kan eerder eindigen.');
    expect(markdown).toContain('<https://wijzer.nl/bronnen/h#t=1-2>');
    expect(markdown).not.toContain('Leeg?');
  });
});
