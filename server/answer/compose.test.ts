import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { composeAbstention, composeAnswer, composeUnanswered, NOT_IN_SOURCES } from './compose.ts';

const text = 'Artikel 5\n\nHet eindigt uiterlijk op 1 mei 2029.\n\nBijlage A\n\nIndirecte tijd is niet *separaat* declarabel:\n• a) nooit\n• b) zelden';
const at = (part: string) => text.indexOf(part);
const document = {
  id: 'gids', shortTitle: 'de gids', published: '2024-07', text, pageStarts: [0, at('Bijlage A')],
  parts: [{ heading: 'Bijlage A', name: 'de NZa, in bijlage A bij de gids' }],
  blocks: [
    { start: 0, end: 9, kind: 'heading', level: 1 },
    { start: at('Bijlage A'), end: at('Bijlage A') + 9, kind: 'heading', level: 1 },
  ],
} as unknown as CanonicalDocument; // prettier-ignore
const law = { ...document, id: 'wet', shortTitle: 'de wet', published: 'zonder datum (vergaderjaar 2023–2024)', parts: [] };
const documents = new Map([['gids', document], ['wet', law]]); // prettier-ignore

const cite = (documentId: string, n: number, quote: string) => ({ documentId, n, quote, start: at(quote), end: at(quote) + quote.length }) as Citation;

describe('composeAnswer', () => {
  it('says who speaks, when, and quotes with the marker', () => {
    expect(composeAnswer([cite('gids', 1, 'Het eindigt uiterlijk op 1 mei 2029.')], documents)).toBe(
      'Volgens de gids (juli 2024): “Het eindigt uiterlijk op 1 mei 2029.” [1]',
    );
  });

  it('names the part with a voice of its own, and a source without a date as such', () => {
    const answer = composeAnswer([cite('gids', 1, 'Indirecte tijd is niet *separaat* declarabel:'), cite('wet', 2, 'Het eindigt uiterlijk op 1 mei 2029.')], documents);
    expect(answer).toMatch(/^Volgens de NZa, in bijlage A bij de gids \(juli 2024\): /);
    expect(answer).toContain('En volgens de wet (zonder datum, vergaderjaar 2023–2024): ');
  });

  it('does not repeat the source of a second quote', () => {
    const answer = composeAnswer([cite('gids', 1, 'Het eindigt'), cite('gids', 2, 'uiterlijk op 1 mei 2029.')], documents);
    expect(answer.split('\n\n')[1]).toBe('Daar staat ook: “uiterlijk op 1 mei 2029.” [2]');
  });

  it('shows the words of a quote as they are, also where Markdown would read its own signs in them', () => {
    const list = 'Indirecte tijd is niet *separaat* declarabel:\n• a) nooit\n• b) zelden';
    const html = marked.parse(composeAnswer([cite('gids', 1, list)], documents), { async: false });
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Indirecte tijd is niet *separaat* declarabel: • a) nooit • b) zelden [1]');
    expect(html).toContain('<blockquote>');
  });
});

describe('composeAbstention', () => {
  it('says so and where to turn', () => {
    expect(composeAbstention()).toBe(`${NOT_IN_SOURCES} Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.`);
  });

  it('names the nearest place without a citation marker', () => {
    const answer = composeAbstention({ document, offset: at('Indirecte tijd') });
    expect(answer).toContain('de NZa, in bijlage A bij de gids (juli 2024), pagina 2, onder “Bijlage A”');
    expect(answer).not.toMatch(/\[\d/);
  });

  it('repeats an unanswered part as the asker typed it, without its Markdown', () => {
    expect(composeUnanswered('wat <b>kost</b> [dat]?')).toContain('“wat \\<b\\>kost\\</b\\> \\[dat\\]?”');
  });
});
