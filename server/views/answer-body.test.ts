import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Block } from '../contract.ts';
import { answerBody } from './answer-body.ts';
import { bodyMarkdown } from './parts-markdown.ts';
import { citation } from './testing/sample-answer.ts';

const citations = [citation(1, 'Het eindigt.'), citation(2, 'Dat is *zo*.'), citation(3, 'De regel geldt.', { published: 'zonder datum (vergaderjaar 2023–2024)' })];
const quote = (n: number, source: string): Block => ({ type: 'quote', n, source });
const say = (...blocks: Block[]): string[] => bodyMarkdown(answerBody(blocks, citations)).split('\n\n');

describe('the words of an answer', () => {
  it('say who speaks and when, and do not say it twice in a row', () => {
    expect(say(quote(1, 'de gids'), quote(2, 'de gids'), quote(3, 'de wet'), quote(1, 'de gids'))).toEqual([
      'Volgens de gids (juli 2024): “Het eindigt.” [1]',
      'Daar staat ook: “Dat is \\*zo\\*.” [2]',
      'En volgens de wet (zonder datum, vergaderjaar 2023–2024): “De regel geldt.” [3]',
      'Verder volgens de gids: “Het eindigt.” [1]',
    ]);
  });

  it('name a source anew after something else was said', () => {
    expect(say(quote(1, 'de gids'), { type: 'gap', question: 'En wanneer?' }, quote(2, 'de gids'))[2]).toBe('Verder volgens de gids: “Dat is \\*zo\\*.” [2]');
  });

  it('say that the sources do not answer, where to turn, and what lies nearest', () => {
    const nearest = { documentId: 'gids', source: 'de gids', published: '2024-07', page: 2, section: 'Bijlage A', start: 0 };
    expect(say({ type: 'refusal' })).toEqual(['Dat staat niet in de bronnen. Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.']);
    expect(say({ type: 'refusal', nearest })[1]).toBe('Het dichtst in de buurt komt de gids (juli 2024), pagina 2, onder “Bijlage A”. Daar staat het antwoord op uw vraag niet.');
    expect(say({ type: 'refusal', nearest: { ...nearest, section: '' } })[1]).toContain('pagina 2. Daar');
  });

  it('repeat a part of the question as it was typed, without its Markdown', () => {
    expect(say({ type: 'gap', question: 'wat <b>kost</b> [dat]?' })[0]).toContain('“wat \\<b\\>kost\\</b\\> \\[dat\\]?”');
  });

  it('keep the words of a quoted list where Markdown would read its own signs in them', () => {
    const list = 'Niet *separaat* declarabel:\n- a) nooit\n1. b) zelden';
    const html = marked.parse(bodyMarkdown(answerBody([quote(1, 'de gids')], [citation(1, list)])), { async: false });
    expect(html).toContain('<blockquote>');
    expect(html).not.toMatch(/<li>|<em>/);
    expect(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain('Niet *separaat* declarabel: - a) nooit 1. b) zelden [1]');
  });
});
