import { describe, expect, it } from 'vitest';
import type { ComparisonCell, Comparisons } from '../corpus/comparison.ts';
import { compareDocuments, compareRoutes, leadsOf, type RouteFacts } from './comparison.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';

const quote = (documentId: string) => ({ documentId, start: 0, end: 4, text: 'Zin.' });
const entryOf = (id: string, routes: string[], slot = 'inhoud', documents = ['brief', 'gids']): BookStatement => ({ statement: { id, routes, slot, list: [], quotes: documents.map(quote) } }) as unknown as BookStatement;
const entries = [entryOf('a-wat', ['a']), entryOf('b-wat', ['b']), entryOf('c-wat', ['c']), entryOf('a-of-b', ['a', 'b'], 'verschil'), entryOf('alleen-brief', [], 'inhoud', ['brief'])];
const book = { entries, byId: (id: string) => entries.find(({ statement }) => statement.id === id) } as unknown as StatementBook;
const facts: RouteFacts = { namedIn: () => [], standingOn: (id, day) => ({ phase: day < '2029' ? 'in-force' : 'after', quotes: [{ documentId: 'gids', start: id.charCodeAt(0), end: 200 }] }) };
const cell = (text: string, ...by: string[]): ComparisonCell => ({ text, en: `${text} (en)`, by });

const comparisons: Comparisons = {
  aspects: [{ id: 'wie', name: 'Voor wie', en: 'For whom' }, { id: 'wat', name: 'Wat', en: 'What' }, { id: 'hoe', name: 'Hoe', en: 'How' }], // prettier-ignore
  routes: ['a', 'b', 'c'].map((id) => ({ route: id, name: id.toUpperCase(), says: `${id}-wat`, cells: { wie: cell(`wie ${id}`, `${id}-wat`), wat: id === 'a' ? 'unclear' : cell('iets', 'weg'), hoe: 'not-mentioned' } })),
  documents: [{ document: 'brief', name: 'Brief', en: 'Letter', asked: ['brief'] }, { document: 'gids', name: 'Gids', en: 'Guide', asked: ['gids'] }], // prettier-ignore
  pairs: [{ documents: ['brief', 'gids'], says: ['a-of-b'], rows: [{ aspect: 'Start', en: 'Start', cells: [cell('straks', 'a-wat'), cell('nu', 'alleen-brief')] }] }],
};
const nl = { day: '2026-01-31', language: 'nl' as const };

describe('compareRoutes', () => {
  it('lays an aspect a row and a route a column, with how each stands on the day', () => {
    const compared = compareRoutes(['b', 'a'], comparisons, book, facts, nl)!;
    expect(compared).toMatchObject({ caption: 'B en A vergeleken', columns: ['B', 'A'] });
    expect(compared.rows.map(({ aspect, cells }) => [aspect, ...cells.map(({ text }) => text)])).toEqual([
      ['Voor wie', 'wie b', 'wie a'],
      ['Stand op 31 januari 2026', 'geldt volgens de bronnen', 'geldt volgens de bronnen'],
    ]);
    expect(compareRoutes(['a', 'b'], comparisons, book, facts, { ...nl, day: '2030-01-01' })!.rows[1]?.cells[0]?.text).toBe('afgelopen');
  });

  it('tells that the sources are silent or unclear, but nothing of a statement that is gone', () => {
    const more = { ...comparisons, routes: comparisons.routes.map((route) => (route.route === 'b' ? { ...route, cells: { ...route.cells, wat: cell('iets', 'b-wat') } } : route)) };
    const rows = compareRoutes(['a', 'b', 'c'], more, book, facts, nl)!.rows;
    expect(rows.find(({ aspect }) => aspect === 'Wat')?.cells.map(({ text }) => text)).toEqual(['niet duidelijk', 'iets', '']);
  });

  it('answers in English', () => {
    const compared = compareRoutes(['a', 'b'], comparisons, book, facts, { ...nl, language: 'en' })!;
    expect(compared.caption).toBe('A and B compared');
    expect(compared.rows[0]).toMatchObject({ aspect: 'For whom', cells: [{ text: 'wie a (en)', dutch: 'wie a' }, { text: 'wie b (en)' }] });
    expect(compared.rows[1]?.aspect).toBe('Standing on 31 January 2026');
  });

  it('compares nothing with a route that nobody wrote about', () => expect(compareRoutes(['a', 'z'], comparisons, book, facts, nl)).toBeUndefined());
});

describe('what is said first', () => {
  const said = (ids: string[], ...ranked: string[]) => leadsOf(compareRoutes(ids, comparisons, book, facts, nl)!, ranked.map((id) => ({ entry: book.byId(id)! }))).map(({ statement }) => statement.id);

  it('is the comparison of the sources themselves, then what fits the question best', () => {
    expect(said(['b', 'a'], 'a-of-b')).toEqual(['a-of-b']);
    expect(said(['b', 'a'], 'b-wat')).toEqual(['a-of-b', 'b-wat']);
    expect(said(['b', 'a'], 'c-wat')).toEqual(['a-of-b']);
  });

  it('or else what each of the two is', () => expect(said(['a', 'c'], 'b-wat')).toEqual(['a-wat', 'c-wat']));
  it('of three what is about several of them', () => expect(said(['a', 'b', 'c'], 'c-wat', 'a-of-b')).toEqual(['a-of-b']));
});

describe('compareDocuments', () => {
  it('proves each column by its own document alone', () => {
    const compared = compareDocuments(['gids', 'brief'], comparisons, book, nl)!;
    expect(compared).toMatchObject({ columns: ['Brief', 'Gids'], says: [{ statement: { id: 'a-of-b' } }] });
    const [first, second] = compared.rows[0]!.cells;
    expect(first?.proofs.flat().map(({ documentId }) => documentId)).toEqual(['brief']);
    expect(second).toMatchObject({ text: '', proofs: [] });
  });

  it('takes what came of one document, and nothing for a pair that nobody wrote about', () => {
    expect(compareDocuments(['brief'], comparisons, book, nl)?.columns).toEqual(['Brief', 'Gids']);
    expect(compareDocuments(['gids'], comparisons, book, nl)).toBeUndefined();
    expect(compareDocuments(['brief', 'verslag'], comparisons, book, nl)).toBeUndefined();
  });
});
