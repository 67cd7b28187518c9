import type { SearchResult } from '../contract.ts';
import { sectionAt } from '../corpus/citation.ts';
import { pageAt } from '../corpus/document.ts';
import { forceOf } from '../corpus/validity.ts';
import { expandQuery, type Glossary } from '../corpus/glossary.ts';
import type { HybridRetriever, PreparedQuery, Retrieval, ScoredPassage } from './retriever.ts';

/** What a term from the glossary weighs in the lexical search beside a word that was typed (1). */
export const EXPANSION_WEIGHT = 0.4;
/** Overlapping results become one up to this many characters; past it the lower one is cut where the other begins. */
const LONGEST_MERGED = 1800;
/** What is left of a result after cutting must be worth reading. */
const SHORTEST_REST = 200;

interface Range {
  scored: ScoredPassage;
  start: number;
  end: number;
}

/** Search for people and programs: passages, best first, none of them twice. */
export class Searcher {
  readonly #retriever: HybridRetriever;
  readonly #glossary: Glossary;

  constructor(retriever: HybridRetriever, glossary: Glossary) {
    this.#retriever = retriever;
    this.#glossary = glossary;
  }

  async search(query: string, limit: number, signal?: AbortSignal): Promise<SearchResult[]> {
    return toResults(await this.#retriever.retrieve(this.#prepare(query), undefined, signal), limit);
  }

  /** By words alone. */
  async searchLexically(query: string, limit: number): Promise<SearchResult[]> {
    return toResults(await this.#retriever.retrieveLexically(this.#prepare(query)), limit);
  }

  #prepare(query: string): PreparedQuery {
    const { analyser } = this.#retriever.index;
    const meant = expandQuery(query, this.#glossary).map(({ term }) => term);
    return { text: query, terms: [...analyser.queryTerms(query), ...analyser.queryTerms(meant.join(' '), EXPANSION_WEIGHT)] };
  }
}

function toResults({ passages }: Retrieval, limit: number): SearchResult[] {
  return foldOverlaps(passages.map((scored) => ({ scored, start: scored.passage.start, end: scored.passage.end })))
    .slice(0, limit)
    .map(({ scored: { passage, document, score }, start, end }) => ({
      passageId: passage.id,
      documentId: document.id,
      page: pageAt(document.pageStarts, start),
      section: sectionAt(document, start),
      text: document.text.slice(start, end),
      start,
      end,
      score,
      ...forceOf(document),
    }));
}

/**
 * Neighbouring passages share a sentence: a lower result that overlaps a higher one is joined to it,
 * or cut to what it adds where the two together would be too long to read. No text stands in two results.
 */
export function foldOverlaps(ranked: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const { scored, start, end } of ranked) {
    const { document } = scored;
    let rest = { start, end };
    const [best, ...others] = kept.filter((other) => other.scored.document === document && overlap(rest, other));
    // Joined to one result it may not run into the next.
    for (const other of others) rest = without(rest, other);
    if (best && overlap(rest, best)) {
      const joined = { start: Math.min(rest.start, best.start), end: Math.max(rest.end, best.end) };
      if (joined.end - joined.start <= LONGEST_MERGED) {
        Object.assign(best, trimmed(document.text, joined));
        continue;
      }
      rest = without(rest, best);
    }
    rest = trimmed(document.text, rest);
    if (rest.end - rest.start >= Math.min(SHORTEST_REST, end - start)) kept.push({ scored, ...rest });
  }
  return kept;
}

type Span = Pick<Range, 'start' | 'end'>;

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The longer of what is left of `range` before and after `other`. */
function without(range: Span, other: Span): Span {
  if (!overlap(range, other)) return range;
  const before = { start: range.start, end: Math.max(range.start, other.start) };
  const after = { start: Math.min(range.end, other.end), end: range.end };
  return before.end - before.start >= after.end - after.start ? before : after;
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
