import type { CanonicalDocument } from '../corpus/document.ts';
import { terms } from '../text/words.ts';
import type { SentenceCandidate } from './sentence-candidates.ts';

/** A run of sentences of one document that will be quoted. */
export interface Evidence {
  document: CanonicalDocument;
  /** Sentences `[first, last)`. */
  first: number;
  last: number;
  start: number;
  end: number;
  /** Score of its best sentence. */
  score: number;
}

/** A sentence that is not quoted: too weak, it says what is quoted already, or there are enough quotes. */
export interface LeftOut {
  candidate: SentenceCandidate;
  why: 'below-margin' | 'said-already' | 'enough';
}

export interface SelectionSettings {
  /** The contract's limit is five: five quotes are read, ten are not. */
  most: number;
  /** A further quote scores at most this much below the best (log-odds). */
  margin: number;
  /** Taken off a candidate's score for saying again what is quoted already: this times the shared part of its words (0…1). */
  repetition: number;
  /** A neighbouring sentence joins a quote when it scores at most this much below the best. */
  joinMargin: number;
}

export const MOST_CITATIONS = 5;
/** Margins measured out of fold on the tune half and practice questions: wider ones quote more but hardly better. */
export const SELECTION: SelectionSettings = { most: MOST_CITATIONS, margin: 4.5, repetition: 1.5, joinMargin: 4 };

/** A quote grows over neighbouring sentences up to this many characters. */
const LONGEST_RUN = 600;
/** A whole list with its introduction may be this long. */
const LONGEST_LIST = 1100;
/** Sentences that share this part of their words say the same. */
const SAME = 0.75;
/** A sentence that starts so leans on the one before it. */
const LEANS =
  /^(?:dit|dat|deze|die|daar\p{L}*|hier\p{L}*|dus|ook|bovendien|vervolgens|wel|tevens|het betreft|in dat geval|en|of|de ene keer|bijvoorbeeld|tot die tijd)(?!\p{L})/iu;
/** Signatures, dates and other crumbs are no evidence. */
const SHORTEST = 20;

/**
 * At most five quotes from ranked sentences: neighbours in the same paragraph become one run, what
 * says the same is quoted once (from the most binding document), a list keeps the line that introduces it.
 */
export function selectEvidence(
  ranked: readonly SentenceCandidate[],
  { most, margin, repetition, joinMargin }: SelectionSettings = SELECTION,
  onLeftOut: (candidate: SentenceCandidate, why: LeftOut['why']) => void = () => undefined,
): Evidence[] {
  const usable = ranked
    .filter(({ text, features }) => features.heading === 0 && text.length >= SHORTEST)
    .map((candidate) => ({ candidate, words: new Set(terms(candidate.text)), repeats: 0 }));
  const best = usable[0]?.candidate.score ?? 0;
  const chosen: Evidence[] = [];
  while (chosen.length < most && usable.length > 0) {
    const value = ({ candidate, repeats }: (typeof usable)[number]) => candidate.score - repetition * repeats;
    const next = usable.reduce((a, b) => (value(b) > value(a) ? b : a));
    usable.splice(usable.indexOf(next), 1);
    const { candidate, words } = next;
    if (candidate.score < best - margin) {
      onLeftOut(candidate, 'below-margin');
      continue;
    }
    if (chosen.some((evidence) => covers(evidence, candidate))) continue;
    const near = candidate.score >= best - joinMargin ? chosen.find((evidence) => canJoin(evidence, candidate)) : undefined;
    if (near) Object.assign(near, range(near.document, Math.min(near.first, candidate.sentence), Math.max(near.last, candidate.sentence + 1)));
    else if (preferBinding(chosen, candidate)) onLeftOut(candidate, 'said-already');
    else chosen.push(evidenceOf(candidate));
    for (const other of usable) other.repeats = Math.max(other.repeats, shared(other.words, words));
  }
  for (const { candidate } of usable) {
    if (!chosen.some((evidence) => covers(evidence, candidate))) onLeftOut(candidate, candidate.score < best - margin ? 'below-margin' : 'enough');
  }
  return chosen.sort((a, b) => b.score - a.score);
}

/** Whether a quote that says the same is there already; the more binding document of the two stays. */
function preferBinding(chosen: Evidence[], candidate: SentenceCandidate): boolean {
  const twin = chosen.findIndex((evidence) => saysTheSame(evidence, candidate));
  if (twin < 0) return false;
  const old = chosen[twin]!;
  if (candidate.document.authority < old.document.authority) chosen[twin] = { ...evidenceOf(candidate), score: old.score };
  return true;
}

/** Part of the smaller set of words that two sentences share, 0…1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, Math.min(a.size, b.size));
}

/** The sentence, with what it cannot do without. */
function evidenceOf({ document, sentence, text, score }: SentenceCandidate): Evidence {
  let first = sentence;
  let last = sentence + 1;
  const { block } = document.sentences[sentence]!;
  // A line that introduces a list is no answer without the list.
  if (text.endsWith(':')) {
    const belongs = (i: number) => isUnder(document, document.sentences[i]?.block, block);
    while (belongs(last) && lengthOf(document, first, last + 1) <= LONGEST_LIST) last += 1;
  }
  const previous = document.sentences[first - 1];
  if (previous?.block === block && LEANS.test(text) && lengthOf(document, first - 1, last) <= LONGEST_RUN) first -= 1;
  return { document, ...range(document, first, last), score };
}

/** Whether a block is an item, or an item's item, of the list that `lead` introduces. */
function isUnder(document: CanonicalDocument, block: number | undefined, lead: number): boolean {
  for (let at = block; at !== undefined; at = document.blocks[at]?.lead) {
    if (document.blocks[at]?.lead === lead) return true;
  }
  return false;
}

function covers(evidence: Evidence, { document, sentence }: SentenceCandidate): boolean {
  return evidence.document === document && sentence >= evidence.first && sentence < evidence.last;
}

/** The sentence just before or after, in the same paragraph or list. */
function canJoin(evidence: Evidence, { document, sentence }: SentenceCandidate): boolean {
  if (evidence.document !== document || (sentence !== evidence.first - 1 && sentence !== evidence.last)) return false;
  const first = Math.min(evidence.first, sentence);
  const last = Math.max(evidence.last, sentence + 1);
  const [a, b] = [document.sentences[first]!.block, document.sentences[last - 1]!.block];
  const lead = document.blocks[a]?.lead;
  const together = a === b || isUnder(document, b, a) || (lead !== undefined && document.blocks[b]?.lead === lead);
  return together && lengthOf(document, first, last) <= LONGEST_RUN;
}

function saysTheSame(evidence: Evidence, candidate: SentenceCandidate): boolean {
  const a = new Set(terms(evidence.document.text.slice(evidence.start, evidence.end)));
  const b = new Set(terms(candidate.text));
  if (b.size < 4) return false;
  const shared = [...b].filter((term) => a.has(term)).length;
  return shared / Math.max(a.size, b.size) >= SAME;
}

function range(document: CanonicalDocument, first: number, last: number): Omit<Evidence, 'document' | 'score'> {
  return { first, last, start: document.sentences[first]!.start, end: document.sentences[last - 1]!.end };
}

function lengthOf(document: CanonicalDocument, first: number, last: number): number {
  const { start, end } = range(document, first, last);
  return end - start;
}

/** Whether two quotes share text. */
export function overlaps(a: Evidence, b: Evidence): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}
