import { overlaps, MOST_CITATIONS, type Evidence } from './select-citations.ts';
import { decidingClause } from './deciding-clause.ts';
import type { Finding } from './draft.ts';
import type { PlannedCitation } from './planned-citation.ts';
import type { SaidStatement } from './said.ts';
import { sentenceKey } from '../search/sentence-key.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { terms } from '../text/words.ts';

/** One quote is enough to see that an answer is proven. */
const SHOWN_PROOFS = 1;
/** The best statements, of which those that are not said may still be quoted. */
const NEXT_STATEMENTS = 4;
/** Without statements the quotes are the answer. */
const SHOWN_ANSWERS = 2;

/** The proof of each statement first, then what else was found, the best first. */
export function planCitations(said: readonly SaidStatement[], evidence: readonly Evidence[], whole: Finding, documents: ReadonlyMap<string, CanonicalDocument>, question: string): PlannedCitation[] {
  const planned: PlannedCitation[] = [];
  said.forEach((statement, place) => {
    for (const proof of proofsOf(statement, whole, documents)) {
      const known = planned.find((other) => overlaps(asEvidence(other), asEvidence(proof)));
      if (known) known.proves.push(place);
      else planned.push({ ...proof, proves: [place], role: planned.length < SHOWN_PROOFS ? 'proof' : 'more' });
    }
  });
  const answers = planned.length === 0;
  // Another statement that is nearly as good may be the one that was meant: its proof comes before what merely lies near.
  for (const { entry } of answers ? [] : whole.statements.slice(0, NEXT_STATEMENTS)) {
    if (planned.length >= MOST_CITATIONS) break;
    if (said.some((other) => other.entry === entry)) continue;
    const [proof] = proofsOf({ entry, text: entry.statement.text ?? '', role: 'answer' }, whole, documents);
    if (proof && !planned.some((other) => overlaps(asEvidence(other), asEvidence(proof)))) planned.push({ ...proof, role: 'more', proves: [] });
  }
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

type Proof = Omit<PlannedCitation, 'role' | 'proves'>;

/** A statement may say in two sentences what stands in two places. */
const MOST_PROOFS = 3;
/** A further quote must prove this many words more, or a number. */
const WORTHWHILE = 2;

/**
 * The quote of a statement whose sentence fits the question best, and those that prove what it leaves unproven; each as whole
 * sentences, with the part that decides.
 */
function proofsOf({ entry: { statement }, text }: SaidStatement, { candidates }: Finding, documents: ReadonlyMap<string, CanonicalDocument>): Proof[] {
  const scores = new Map(candidates.map(({ document, sentence, score }) => [sentenceKey(document.id, sentence), score]));
  const quotes = statement.quotes.flatMap((quote) => {
    const document = documents.get(quote.documentId);
    // A source that changed since the statement was checked proves nothing.
    if (!document || document.text.slice(quote.start, quote.end) !== quote.text) return [];
    const { start, end, keys } = wholeSentences(document, quote);
    return [{ document, quote, start, end, words: new Set(terms(quote.text)), score: Math.max(...keys.map((key) => scores.get(key) ?? -Infinity)) }];
  });
  const said = statement.text ?? statement.planned?.plan ?? text;
  const unproven = new Set(terms(said));
  const proofs: Proof[] = [];
  while (quotes.length > 0 && proofs.length < MOST_PROOFS) {
    const gain = ({ words }: (typeof quotes)[number]): number => [...unproven].filter((word) => words.has(word)).reduce((sum, word) => sum + (/\d/.test(word) ? WORTHWHILE : 1), 0);
    const best = quotes.reduce((a, b) => (proofs.length === 0 ? b.score > a.score : gain(b) > gain(a)) ? b : a);
    if (proofs.length > 0 && gain(best) < WORTHWHILE) break;
    quotes.splice(quotes.indexOf(best), 1);
    for (const word of best.words) unproven.delete(word);
    proofs.push({ document: best.document, start: best.start, end: best.end, score: best.score, clause: clauseOf(best, text) });
  }
  return proofs;
}

/** The part of whole sentences that decides: the statement's quote, or what of it says most of the statement. */
function clauseOf({ quote, start, end }: { quote: { start: number; end: number; text: string }; start: number; end: number }, said: string): [number, number] | undefined {
  const own: [number, number] = [quote.start - start, quote.end - start];
  const cut = decidingClause(quote.text, said);
  if (cut) return [own[0] + cut[0], own[0] + cut[1]];
  return own[1] - own[0] < end - start ? own : undefined;
}

/** The sentences that a quote touches, whole. */
export function wholeSentences({ id, sentences }: CanonicalDocument, quote: { start: number; end: number }): { start: number; end: number; keys: string[] } {
  const touched = [...sentences.keys()].filter((i) => sentences[i]!.start < quote.end && sentences[i]!.end > quote.start);
  const [first, last] = [sentences[touched[0] ?? -1], sentences[touched.at(-1) ?? -1]];
  return { start: Math.min(quote.start, first?.start ?? quote.start), end: Math.max(quote.end, last?.end ?? quote.end), keys: touched.map((i) => sentenceKey(id, i)) };
}

