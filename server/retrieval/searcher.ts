import type { SearchResult } from '../contract.ts';
import { sectionAt } from '../corpus/citation.ts';
import { pageAt } from '../corpus/document.ts';
import { expandQuery, type Glossary } from './glossary.ts';
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

  async search(query: string, limit: number): Promise<SearchResult[]> {
    return toResults(await this.#retriever.retrieve(this.#prepare(query)), limit);
  }

  /** By words alone. */
  searchLexically(query: string, limit: number): SearchResult[] {
    return toResults(this.#retriever.retrieveLexically(this.#prepare(query)), limit);
  }

  #prepare(query: string): PreparedQuery {
    const { lexical } = this.#retriever.index;
    const meant = expandQuery(query, this.#glossary).map(({ term }) => term);
    return { text: query, terms: [...lexical.queryTerms(query), ...lexical.queryTerms(meant.join(' '), EXPANSION_WEIGHT)] };
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
    }));
}

/**
 * Neighbouring passages share a sentence: a lower result that overlaps a higher one is joined to it,
 * or cut to what it adds where the two together would be too long to read.
 */
export function foldOverlaps(ranked: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranked) {
    let { start, end } = range;
    let joined = false;
    for (const other of kept) {
      if (other.scored.document !== range.scored.document || start >= other.end || end <= other.start) continue;
      if (Math.max(end, other.end) - Math.min(start, other.start) <= LONGEST_MERGED) {
        other.start = Math.min(start, other.start);
        other.end = Math.max(end, other.end);
        joined = true;
        break;
      }
      if (start < other.start) end = other.start;
      else start = other.end;
    }
    const text = range.scored.document.text.slice(start, Math.max(start, end));
    const rest = text.trim();
    if (joined || rest.length < Math.min(SHORTEST_REST, range.end - range.start)) continue;
    start += text.indexOf(rest);
    kept.push({ scored: range.scored, start, end: start + rest.length });
  }
  return kept;
}
