import { describe, expect, it } from 'vitest';
import { smallDocument } from '../search/testing/small-index.ts';
import type { Comparison, ProofPlace, ProposedCell } from './comparison.ts';
import type { PlannedCitation } from './planned-citation.ts';
import { planTable } from './plan-table.ts';

const sentences = [
  'PGAZ is voor een groep patiënten.',
  'Het experiment start per 1 mei 2024.',
  'Het experiment duurt maximaal vijf jaar en eindigt op 1 mei 2029.',
  'O&I kan cliëntgebonden worden ingezet.',
  ...Array.from({ length: 12 }, (_, i) => `Los feit nummer${i} staat hier.`),
];
const document = smallDocument('gids', sentences);
const documents = new Map([[document.id, document]]);
const proofOf = (words: string): ProofPlace => {
  const start = document.text.indexOf(words);
  return { documentId: 'gids', start, end: start + words.length, text: words };
};
const cell = (text: string, ...groups: string[][]): ProposedCell => ({ text, dutch: text, proofs: groups.map((group) => group.map(proofOf)) });
const comparison = (...rows: ProposedCell[][]): Comparison => ({ things: ['a', 'b'], kind: 'routes', says: [], caption: 'A en B', columns: ['A', 'B'], rows: rows.map((cells, i) => ({ aspect: `rij ${i}`, cells })) });
const plan = (compared: Comparison, planned: readonly PlannedCitation[] = []) => {
  const result = planTable(compared, planned, documents);
  return { ...result, quotes: result.planned.map(({ start, end }) => document.text.slice(start, end)) };
};

describe('planTable', () => {
  it('proves a cell by the quote that shares most with it, as a whole sentence with the part that decides', () => {
    const { table, quotes, planned } = plan(comparison([cell('eindigt op 1 mei 2029', ['start per 1 mei 2024', 'eindigt op 1 mei 2029'])]));
    expect(quotes).toEqual([sentences[2]]);
    expect(table.rows[0]?.cells[0]?.proofs).toEqual([0]);
    const { start, clause } = planned[0]!;
    expect(document.text.slice(start + clause![0], start + clause![1])).toBe('eindigt op 1 mei 2029');
  });

  it('meets a word within a longer one', () => {
    expect(plan(comparison([cell('één cliënt', ['Het experiment start per 1 mei 2024.', 'O&I kan cliëntgebonden worden ingezet.'])])).quotes).toEqual([sentences[3]]);
  });

  it('shares a quote between cells, and with what the answer cites already', () => {
    const group = cell('een groep patiënten', [sentences[0]!]);
    expect(plan(comparison([group, group])).quotes).toHaveLength(1);
    const before = plan(comparison([group])).planned;
    const after = plan(comparison([group]), before);
    expect(after.planned).toEqual(before);
    expect(after.table.rows[0]?.cells[0]?.proofs).toEqual([0]);
  });

  it('takes one quote for each statement that says a part', () => {
    expect(plan(comparison([cell('groep, start 1 mei 2024', [sentences[0]!], [sentences[1]!])])).table.rows[0]?.cells[0]?.proofs).toEqual([0, 1]);
  });

  it('shows a number only with a quote that holds it', () => {
    expect(plan(comparison([cell('het experiment duurt vijf jaar vanaf 1 mei 2024', [sentences[2]!, sentences[1]!])])).quotes).toEqual([sentences[2], sentences[1]]);
    expect(plan(comparison([cell('in 2031', [sentences[1]!])])).table.rows[0]?.cells[0]).toEqual({ text: '', proofs: [] });
  });

  it('says nothing on a source that changed since it was checked, but does say that the sources are silent', () => {
    const changed: ProposedCell = { text: 'een groep', dutch: 'een groep', proofs: [[{ ...proofOf(sentences[0]!), text: 'PGAZ is voor iedereen.' }]] };
    const silent: ProposedCell = { text: 'niet genoemd', dutch: '', proofs: [] };
    expect(plan(comparison([changed, silent])).table.rows[0]?.cells).toEqual([{ text: '', proofs: [] }, { text: 'niet genoemd', proofs: [] }]);
  });

  it('adds at most eight citations and leaves out the rows below, but not those that need no more', () => {
    const rows = Array.from({ length: 6 }, (_, i) => [0, 1].map((side) => cell(`feit nummer${2 * i + side}`, [sentences[4 + 2 * i + side]!])));
    const { table, planned } = plan(comparison(...rows, rows[0]!));
    expect(planned).toHaveLength(8);
    expect(table.rows.map(({ aspect }) => aspect)).toEqual(['rij 0', 'rij 1', 'rij 2', 'rij 3', 'rij 6']);
  });
});
