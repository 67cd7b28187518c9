import type { CanonicalDocument } from '../corpus/document.ts';
import { terms } from '../text/words.ts';
import type { Comparison, ProofPlace, ProposedCell } from './comparison.ts';
import type { PlannedCell, PlannedTable } from './planned-table.ts';
import { wholeSentences } from './plan-citations.ts';
import type { PlannedCitation } from './planned-citation.ts';

/** Citations that a table may add to those of the answer: more than this nobody opens. */
const MOST_MORE = 8;

/**
 * Proves each cell with as few quotes as can be: one that is planned already is shared. Rows that would need more citations than there
 * is room for are left out, the less telling ones first.
 * @returns the table, and the planned citations with those that it adds
 */
export function planTable({ caption, columns, rows }: Comparison, planned: readonly PlannedCitation[], documents: ReadonlyMap<string, CanonicalDocument>): { table: PlannedTable; planned: PlannedCitation[] } {
  let all = [...planned];
  const wanted = popularity(rows.flatMap(({ cells }) => cells), documents);
  const kept: PlannedTable['rows'] = [];
  for (const { aspect, cells } of rows) {
    const more = [...all];
    const proven = cells.map((cell) => prove(cell, more, documents, wanted));
    if (more.length > planned.length + MOST_MORE) continue;
    all = more;
    kept.push({ aspect, cells: proven });
  }
  return { table: { caption, columns, rows: kept }, planned: all };
}

/** Of quotes that prove as many words, one that is planned already comes first, then one that most cells can share. */
const PLANNED = 0.5;
const SHARED = 0.05;
const MOST_SHARED = 9;

/** How many cells a sentence could prove. */
function popularity(cells: readonly ProposedCell[], documents: ReadonlyMap<string, CanonicalDocument>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { proofs } of cells) {
    for (const key of new Set(proofs.flat().flatMap((proof) => candidateOf(proof, documents) ?? []).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** "cliënt" is met by "cliëntgebonden". */
const meets = ({ words }: Candidate, word: string): boolean => words.has(word) || (word.length >= SHORTEST_STEM && [...words].some((other) => other.startsWith(word)));
const SHORTEST_STEM = 5;

const keyOf = ({ document, start }: Candidate): string => `${document.id} ${start}`;

type Candidate = Omit<PlannedCitation, 'role' | 'proves' | 'score'> & { words: ReadonlySet<string> };

/** @param planned is added to */
function prove({ text, dutch, proofs }: ProposedCell, planned: PlannedCitation[], documents: ReadonlyMap<string, CanonicalDocument>, wanted: ReadonlyMap<string, number>): PlannedCell {
  if (proofs.length === 0) return { text, proofs: [] };
  const groups = proofs.map((group) => group.flatMap((proof) => candidateOf(proof, documents) ?? []));
  if (groups.some(({ length }) => length === 0)) return UNPROVEN;
  const said = terms(dutch);
  const place = (candidate: Candidate): number => planned.findIndex((other) => other.document === candidate.document && other.start <= candidate.start && other.end >= candidate.end);
  const proves = (candidate: Candidate): number => said.filter((word) => meets(candidate, word)).length + (place(candidate) >= 0 ? PLANNED : 0) + Math.min(MOST_SHARED, wanted.get(keyOf(candidate)) ?? 0) * SHARED;
  const chosen = groups.map((candidates) => candidates.reduce((a, b) => (proves(b) > proves(a) ? b : a)));
  // A number always stands in a quote that is shown with it.
  const numbers = said.filter((word) => /\d/.test(word) && !chosen.some(({ words }) => words.has(word)));
  if (numbers.length > 0) {
    const more = groups.flat().find(({ words }) => numbers.every((number) => words.has(number)));
    if (!more) return UNPROVEN;
    chosen.push(more);
  }
  for (const candidate of chosen) if (place(candidate) < 0) planned.push(citationOf(candidate));
  return { text, proofs: [...new Set(chosen.map(place))] };
}

const UNPROVEN: PlannedCell = { text: '', proofs: [] };

function candidateOf(proof: ProofPlace, documents: ReadonlyMap<string, CanonicalDocument>): Candidate | undefined {
  const document = documents.get(proof.documentId);
  const quoted = document?.text.slice(proof.start, proof.end);
  // A source that changed since it was checked proves nothing.
  if (!document || quoted === undefined || (proof.text !== undefined && proof.text !== quoted)) return undefined;
  const { start, end } = wholeSentences(document, proof);
  const part = proof.end - proof.start < end - start;
  return { document, start, end, clause: part ? [proof.start - start, proof.end - start] : undefined, words: new Set(terms(quoted)) };
}

const citationOf = ({ document, start, end, clause }: Candidate): PlannedCitation => ({ document, start, end, clause, score: 0, role: 'more', proves: [] });
