import { describe, expect, it } from 'vitest';
import { cite } from '../testing/fake-documents.ts';
import { conversationMarkdown, turnText } from './transcript.ts';
import type { Turn } from './turn.ts';

const citation = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.', '7 Monitoring en evaluatie');
const turn: Turn = {
  id: 'a', question: 'Tot wanneer?', state: 'done', text: 'Uiterlijk tot 1 mei 2029. [1]', citations: [citation],
  blocks: [{ type: 'statement', role: 'answer', id: 's', text: 'Uiterlijk tot 1 mei 2029.', citations: [1] }, { type: 'notice', kind: 'age', newest: '2024-07', several: false }],
  answer: { id: 'x', outcome: 'beantwoord', abstained: false, mode: 'extractief', routes: [], notices: [] },
};
const addressOf = (): string => 'https://wijzer.nl/bronnen/h#t=1-2';
const place = '[1] Handleiding zorgverzekeraars en zorgaanbieders, Prestatie patiëntengroepsgebonden samenwerking Zvw, versie 1.0, De Juiste Zorg op de Juiste Plek (IZA-partijen), juli 2024, pagina 13, 7 Monitoring en evaluatie';

describe('copies of an answer', () => {
  it('hold question, answer, warning, where each quote stands and how much it weighs, and the notice about the computer', () => {
    expect(turnText(turn, addressOf)).toBe(
      [
        'Tot wanneer?',
        'Uiterlijk tot 1 mei 2029. [1]',
        'Let op\n• Deze bron is van juli 2024. Ga na of er daarna iets is veranderd.',
        `Bronnen bij dit antwoord\n${place} (Handreiking). “Het experiment eindigt daarom uiterlijk op 1 mei 2029.” https://wijzer.nl/bronnen/h#t=1-2`,
        'Deze zinnen zijn vooraf geschreven en met de bronnen vergeleken.',
        'Een computer maakt het antwoord. Lees de bron voordat u een besluit neemt.',
      ].join('\n\n'),
    );
  });

  it('say that a source holds no more', () => {
    expect(turnText({ ...turn, citations: [{ ...citation, supersededOn: '2015-07' }] }, addressOf)).toContain('(Handreiking, geldt niet meer sinds juli 2015)');
  });

  it('hold the whole conversation as Markdown, without turns that have no answer', () => {
    const markdown = conversationMarkdown([turn, { ...turn, question: 'Leeg?', text: '', blocks: undefined }], addressOf, '2 maart 2026');
    expect(markdown.startsWith('# Gesprek met de Bekostigingswijzer\n\n2 maart 2026.')).toBe(true);
    expect(markdown).toContain('## Tot wanneer?\n\nUiterlijk tot 1 mei 2029. [1]\n\n### Let op\n\n- Deze bron is van juli 2024.');
    expect(markdown).toContain(`### Bronnen bij dit antwoord\n\n- ${place} (Handreiking).`);
    expect(markdown).toContain('<https://wijzer.nl/bronnen/h#t=1-2>');
    expect(markdown).not.toContain('Leeg?');
  });

  it('show signs of Markdown in a question as they are', () => {
    const question = '[klik](javascript:alert(1)) <img src=x> **vet**\n# kop';
    const heading = conversationMarkdown([{ ...turn, question }], addressOf, '2 maart 2026').split('\n').find((line) => line.startsWith('## '));
    expect(heading).toBe('## \\[klik\\](javascript:alert(1)) \\<img src=x\\> \\*\\*vet\\*\\* # kop');
  });
});
