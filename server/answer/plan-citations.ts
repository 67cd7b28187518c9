import { overlaps, MOST_CITATIONS, type Evidence } from './select-citations.ts';
import { decidingClause } from './deciding-clause.ts';
import type { Finding } from './draft.ts';
import type { SaidStatement } from './say.ts';
import { sentenceKey } from '../search/question-index.ts';
import type { CanonicalDocument } from '../corpus/document.ts';

/** A citation to be made, and what it is for. */
export interface PlannedCitation {
  document: CanonicalDocument;
  start: number;
  end: number;
  score: number;
  role: 'answer' | 'proof' | 'more';
  /** In UTF-16 code units from `start`. */
  clause?: [number, number] | undefined;
  /** Places in what is said of the statements that it proves. */
  proves: number[];
}

/** One quote is enough to see that an answer is proven. */
const SHOWN_PROOFS = 1;
/** Without statements the quotes are the answer. */
const SHOWN_ANSWERS = 2;

/** The proof of each statement first, then what else was found, the best first. */
export function planCitations(said: readonly SaidStatement[], evidence: readonly Evidence[], whole: Finding, documents: ReadonlyMap<string, CanonicalDocument>, question: string): PlannedCitation[] {
  const planned: PlannedCitation[] = [];
  said.forEach((statement, place) => {
    for (const proof of proofsOf(statement, whole, documents)) {
      const known = planned.find((other) => overlaps(asEvidence(other), asEvidence(proof)));
      if (known) known.proves = [...new Set([...known.proves, place])];
      else planned.push({ ...proof, proves: [place], role: planned.length < SHOWN_PROOFS ? 'proof' : 'more' });
    }
  });
  const answers = planned.length === 0;
  for (const run of evidence) {
    if (planned.length >= MOST_CITATIONS) break;
    if (planned.some((other) => overlaps(asEvidence(other), run))) continue;
    const { document, start, end, score } = run;
    const role = answers && planned.length < SHOWN_ANSWERS ? 'answer' : 'more';
    planned.push({ document, start, end, score, role, clause: decidingClause(document.text.slice(start, end), question), proves: [] });
  }
  return planned;
}

const asEvidence = ({ document, start, end }: Pick<PlannedCitation, 'document' | 'start' | 'end'>): Evidence => ({ document, start, end, first: 0, last: 0, score: 0 });

/**
 * The quote of a statement whose sentence fits the question best, or else its first; and further ones for figures of the
 * statement that do not stand in it. Each as a whole sentence, with the quote as the part that decides.
 */
function proofsOf({ entry: { statement }, text }: SaidStatement, { candidates }: Finding, documents: ReadonlyMap<string, CanonicalDocument>): Omit<PlannedCitation, 'role' | 'proves'>[] {
  const scores = new Map(candidates.map(({ document, sentence, score }) => [sentenceKey(document.id, sentence), score]));
  const quotes = statement.quotes.flatMap((quote) => {
    const document = documents.get(quote.documentId);
    // A source that changed since the statement was checked proves nothing.
    if (!document || document.text.slice(quote.start, quote.end) !== quote.text) return [];
    const { start, end, keys } = wholeSentences(document, quote);
    return [{ document, quote, start, end, score: Math.max(...keys.map((key) => scores.get(key) ?? -Infinity)) }];
  });
  const [best, ...others] = quotes.sort((a, b) => (a.score === b.score ? 0 : b.score - a.score));
  if (!best) return [];
  const wanted = new Set(figuresIn(text));
  const chosen: typeof quotes = [];
  for (const quote of [best, ...others]) {
    const held = figuresIn(quote.document.text.slice(quote.start, quote.end)).filter((figure) => wanted.delete(figure));
    if (quote === best || held.length > 0) chosen.push(quote);
  }
  return chosen.map(({ document, quote, start, end, score }) => {
    const own: [number, number] = [quote.start - start, quote.end - start];
    const cut = decidingClause(quote.text, text);
    const clause: [number, number] | undefined = cut ? [own[0] + cut[0], own[0] + cut[1]] : own[1] - own[0] < end - start ? own : undefined;
    return { document, start, end, score, clause };
  });
}

/** Figures, and small numbers in words. */
function figuresIn(text: string): string[] {
  return (text.match(/\d+|(?<!\p{L})(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?!\p{L})/giu) ?? []).map((figure) => figure.toLowerCase());
}

/** The sentences that a quote touches, whole. */
function wholeSentences({ id, sentences }: CanonicalDocument, quote: { start: number; end: number }): { start: number; end: number; keys: string[] } {
  const touched = [...sentences.keys()].filter((i) => sentences[i]!.start < quote.end && sentences[i]!.end > quote.start);
  const [first, last] = [sentences[touched[0] ?? -1], sentences[touched.at(-1) ?? -1]];
  return { start: Math.min(quote.start, first?.start ?? quote.start), end: Math.max(quote.end, last?.end ?? quote.end), keys: touched.map((i) => sentenceKey(id, i)) };
}

