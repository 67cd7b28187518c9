import { describe, expect, it } from 'vitest';
import type { Statement, StatementQuote } from '../corpus/statement.ts';
import { quoteFrom, smallStatement } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { planCitations } from './plan-citations.ts';
import type { SaidStatement } from './said.ts';
import type { Evidence } from './select-citations.ts';
import { byId, candidate, foundWith, smallBook } from './testing/small-finding.ts';

const gids = smallDocument('gids', ['De gemeente betaalt het overleg, maar alleen als het vooraf is afgesproken.', 'Het experiment duurt vijf jaar.', 'Het begint op 1 mei 2024.', 'Kort gezegd.', 'Elk jaar volgt een evaluatie.', 'Daarna volgt een besluit.', 'Tot slot een brief.']);
const brief = smallDocument('brief', ['De verzekeraar betaalt de huisarts.', 'Het loopt tot 1 mei 2029.']);
const documents = [gids, brief];

const saidOf = async (...statements: Statement[]): Promise<SaidStatement[]> => {
  const book = await smallBook(statements, documents);
  return book.entries.map((entry) => ({ entry, text: entry.statement.text!, role: 'answer' }));
};
const run = (sentence: number): Evidence => ({ document: gids, first: sentence, last: sentence + 1, start: gids.sentences[sentence]!.start, end: gids.sentences[sentence]!.end, score: -sentence });
const plan = (said: SaidStatement[], { evidence = [], sentences = {}, of = documents }: { evidence?: Evidence[]; sentences?: Record<string, number>; of?: typeof documents } = {}) =>
  planCitations(said, evidence, foundWith([], sentences), byId(of), 'Wie betaalt het overleg?');
const textOf = ({ document, start, end }: { document: typeof gids; start: number; end: number }) => document.text.slice(start, end);
const quote = (text: string): StatementQuote => quoteFrom(text.startsWith('De verzekeraar') || text.includes('2029') ? brief : gids, text);

describe('the proof of a statement', () => {
  it('is a whole sentence, with the quote as the part that decides', async () => {
    const [planned] = plan(await saidOf(smallStatement('a', [quote('betaalt het overleg')])));
    expect(textOf(planned!)).toBe('De gemeente betaalt het overleg, maar alleen als het vooraf is afgesproken.');
    expect(textOf(planned!).slice(...planned!.clause!)).toBe('betaalt het overleg');
    expect(planned).toMatchObject({ role: 'proof', proves: [0] });
  });

  it('has no such part where the quote is the sentence', async () => {
    const [planned] = plan(await saidOf(smallStatement('a', [quote('Het experiment duurt vijf jaar.')])));
    expect([textOf(planned!), planned!.clause]).toEqual(['Het experiment duurt vijf jaar.', undefined]);
  });

  it('is the quote whose sentence fits the question best, or else its first', async () => {
    const said = await saidOf(smallStatement('a', [quote('Kort gezegd.'), quote('Tot slot een brief.')], { text: 'Kort.' }));
    expect(plan(said).map(textOf)).toEqual(['Kort gezegd.']);
    expect(plan(said, { sentences: { 'gids/3': -4, 'gids/6': -1 } }).map(textOf)).toEqual(['Tot slot een brief.']);
    expect(plan(said, { sentences: { 'gids/6': -9 } }).map(textOf)).toEqual(['Tot slot een brief.']);
  });

  it('has a further quote for a figure that the best one does not hold, and no more than that', async () => {
    const quotes = [quote('Het experiment duurt vijf jaar.'), quote('Het loopt tot 1 mei 2029.'), quote('Het begint op 1 mei 2024.'), quote('Kort gezegd.')];
    const said = await saidOf(smallStatement('a', quotes, { text: 'Het duurt vijf jaar, vanaf 1 mei 2024.' }));
    const planned = plan(said, { sentences: { 'gids/1': 0, 'gids/2': -5, 'gids/3': -1 } });
    expect(planned.map(textOf)).toEqual(['Het experiment duurt vijf jaar.', 'Het begint op 1 mei 2024.']);
    expect(planned.map(({ role, proves }) => [role, proves])).toEqual([['proof', [0]], ['more', [0]]]);
    expect(plan(said, { sentences: { 'gids/2': 0 } }).map(textOf)).toEqual(['Het begint op 1 mei 2024.', 'Het experiment duurt vijf jaar.']);
  });

  it('that two statements share is cited once', async () => {
    const said = await saidOf(smallStatement('a', [quote('betaalt het overleg')]), smallStatement('b', [quote('alleen als het vooraf is afgesproken')]));
    expect(plan(said).map(({ proves, role }) => [proves, role])).toEqual([[[0, 1], 'proof']]);
  });

  it('is not there when the source has changed since, or is gone', async () => {
    const statement = smallStatement('a', [quote('Het experiment duurt vijf jaar.'), quote('De verzekeraar betaalt de huisarts.')], { text: 'Wie betaalt.' });
    const changed = { ...gids, text: gids.text.replace('vijf jaar', 'acht jaar') };
    expect(plan(await saidOf(statement), { of: [changed, brief] }).map(textOf)).toEqual(['De verzekeraar betaalt de huisarts.']);
    expect(plan(await saidOf(statement), { of: [changed] })).toEqual([]);
  });
});

describe('what else was found', () => {
  it('comes after the proof, folded away, until there are five quotes in all', async () => {
    const said = await saidOf(smallStatement('a', [quote('Het experiment duurt vijf jaar.')]), smallStatement('b', [quote('De verzekeraar betaalt de huisarts.')]));
    const planned = plan(said, { evidence: [1, 0, 2, 3, 4, 5].map(run) });
    expect(planned).toHaveLength(5);
    expect(planned.map(({ role }) => role)).toEqual(['proof', 'more', 'more', 'more', 'more']);
    // What proves a statement is not cited again.
    expect(planned.map(textOf)).toEqual(['Het experiment duurt vijf jaar.', 'De verzekeraar betaalt de huisarts.', ...[0, 2, 3].map((i) => textOf(run(i)))]);
    expect(planned.slice(2).every(({ proves }) => proves.length === 0)).toBe(true);
  });

  it('comes after the proof of other statements that are nearly as good', async () => {
    const book = await smallBook([smallStatement('a', [quote('Het experiment duurt vijf jaar.')]), smallStatement('b', [quote('De verzekeraar betaalt de huisarts.')])], documents);
    const found = foundWith(['a', 'b'].map((id) => candidate(book, id, 5)));
    const planned = planCitations([{ entry: book.byId('a')!, text: 'Vijf jaar.', role: 'answer' }], [run(0)], found, byId(documents), 'Wie betaalt?');
    expect(planned.map(textOf)).toEqual(['Het experiment duurt vijf jaar.', 'De verzekeraar betaalt de huisarts.', textOf(run(0))]);
    expect(planned.map(({ role, proves }) => [role, proves])).toEqual([['proof', [0]], ['more', []], ['more', []]]);
    expect(planCitations([], [run(0)], found, byId(documents), 'Wie betaalt?').map(textOf)).toEqual([textOf(run(0))]);
  });

  it('is the answer itself where nothing is said: two quotes, the rest folded away', () => {
    expect(plan([], { evidence: [0, 2, 4].map(run) }).map(({ role }) => role)).toEqual(['answer', 'answer', 'more']);
  });

  it('is left out where the proofs alone are five or more: nothing that is said goes without', async () => {
    const sentences = ['Het experiment duurt vijf jaar.', 'Kort gezegd.', 'Elk jaar volgt een evaluatie.', 'Daarna volgt een besluit.', 'Tot slot een brief.'];
    const said = await saidOf(...sentences.map((text, i) => smallStatement(`s${i}`, [quote(text)])), smallStatement('last', [quote('De verzekeraar betaalt de huisarts.'), quote('Het begint op 1 mei 2024.')], { text: 'Betaald sinds 1 mei 2024.' }));
    const planned = plan(said, { evidence: [run(0)] });
    expect(planned.map(textOf)).toEqual([...sentences, 'De verzekeraar betaalt de huisarts.', 'Het begint op 1 mei 2024.']);
    expect(planned.map(({ proves }) => proves)).toEqual([[0], [1], [2], [3], [4], [5], [5]]);
  });
});
