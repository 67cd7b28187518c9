import type { CanonicalDocument } from '../corpus/document.ts';
import { terms } from '../retrieval/dutch.ts';
import type { SentenceCandidate } from './evidence.ts';

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

/** The contract's limit: five quotes are read, ten are not. */
export const MOST_CITATIONS = 5;
/** A quote grows over neighbouring sentences up to this many characters. */
const LONGEST_RUN = 700;
/** A whole list with its introduction may be this long. */
const LONGEST_LIST = 1100;
/** Sentences that share this part of their words say the same. */
const SAME = 0.75;
/** A sentence that starts so leans on the one before it. */
const LEANS = /^(?:dit|dat|deze|die|daar\p{L}*|hier\p{L}*|dus|ook|bovendien|vervolgens|wel|tevens|zo|het betreft|in dat|en |of |of een|bijvoorbeeld|\(voorbeeld)(?![\p{L}])/iu;

export interface SelectionSettings {
  /** A further quote must score within this distance of the best. */
  margin: number;
  most?: number;
}

/**
 * At most five quotes from ranked sentences: neighbours become one run, what says the same is
 * quoted once (from the most binding document), a list keeps the line that introduces it.
 */
export function selectEvidence(ranked: readonly SentenceCandidate[], { margin, most = MOST_CITATIONS }: SelectionSettings): Evidence[] {
  const best = ranked[0]?.score ?? 0;
  const chosen: Evidence[] = [];
  for (const candidate of ranked) {
    if (candidate.score < best - margin) break;
    const near = chosen.find((evidence) => touches(evidence, candidate));
    if (near) {
      grow(near, candidate);
      continue;
    }
    const twin = chosen.findIndex((evidence) => saysTheSame(evidence, candidate));
    if (twin >= 0) {
      const old = chosen[twin]!;
      if (candidate.document.authority < old.document.authority) chosen[twin] = { ...evidenceOf(candidate), score: old.score };
      continue;
    }
    if (chosen.length === most) continue;
    chosen.push(evidenceOf(candidate));
  }
  return chosen.sort((a, b) => b.score - a.score);
}

/** The sentence, with what it cannot do without. */
function evidenceOf({ document, sentence, score }: SentenceCandidate): Evidence {
  let first = sentence;
  let last = sentence + 1;
  const text = textOf(document, sentence);
  const block = document.sentences[sentence]!.block;
  // A line that introduces a list is no answer without the list.
  if (/:$/.test(text)) {
    const items = document.sentences.findIndex((other, i) => i > sentence && document.blocks[other.block]!.lead !== block && other.block !== block);
    const until = items < 0 ? document.sentences.length : items;
    while (last < until && spanOf(document, first, last + 1) <= LONGEST_LIST) last += 1;
  }
  const previous = document.sentences[first - 1];
  if (previous && previous.block === block && LEANS.test(text) && spanOf(document, first - 1, last) <= LONGEST_RUN) first -= 1;
  return at(document, first, last, score);
}

/** The next or previous sentence of the same passage of text, and not too long together. */
function touches(evidence: Evidence, { document, sentence }: SentenceCandidate): boolean {
  if (evidence.document.id !== document.id) return false;
  if (sentence >= evidence.first && sentence < evidence.last) return true;
  const first = Math.min(evidence.first, sentence);
  const last = Math.max(evidence.last, sentence + 1);
  if (last - first > evidence.last - evidence.first + 1) return false;
  const kinds = [document.sentences[first]!, document.sentences[last - 1]!].map(({ block }) => document.blocks[block]!.kind);
  return !kinds.includes('heading') && !kinds.includes('footnote') && spanOf(document, first, last) <= LONGEST_RUN;
}

function grow(evidence: Evidence, { sentence }: SentenceCandidate): void {
  const grown = at(evidence.document, Math.min(evidence.first, sentence), Math.max(evidence.last, sentence + 1), evidence.score);
  Object.assign(evidence, grown);
}

function saysTheSame(evidence: Evidence, candidate: SentenceCandidate): boolean {
  const a = new Set(terms(evidence.document.text.slice(evidence.start, evidence.end)));
  const b = new Set(terms(candidate.text));
  if (b.size < 4) return false;
  const shared = [...b].filter((term) => a.has(term)).length;
  return shared / Math.min(a.size, b.size) >= SAME && shared / Math.max(a.size, b.size) >= SAME * 0.7;
}

function at(document: CanonicalDocument, first: number, last: number, score: number): Evidence {
  return { document, first, last, start: document.sentences[first]!.start, end: document.sentences[last - 1]!.end, score };
}

function spanOf(document: CanonicalDocument, first: number, last: number): number {
  return document.sentences[last - 1]!.end - document.sentences[first]!.start;
}

function textOf(document: CanonicalDocument, sentence: number): string {
  const { start, end } = document.sentences[sentence]!;
  return document.text.slice(start, end);
}

/** Whether two quotes share text. */
export function overlaps(a: Evidence, b: Evidence): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}
