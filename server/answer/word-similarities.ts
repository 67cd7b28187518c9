import type { Retrieval, ScoredPassage } from '../search/retriever.ts';
import type { Similarities } from '../search/token-index.ts';
import type { QuestionCoverage, WordGroup } from './coverage.ts';
import type { Evidence } from './select-citations.ts';

/**
 * How well a question's informative words are met by the quotes' token vectors, weighted by rarity:
 * an answer can say it in other words, but what nothing resembles is not answered.
 * Similarity −1…1; empty without the encoder.
 */
export function meanSimilarity(retrieval: Retrieval, evidence: readonly Evidence[], coverage: QuestionCoverage): { meanCited?: number } {
  const { queryWords, passages } = retrieval;
  if (!queryWords || coverage.groups.length === 0) return {};
  let sum = 0;
  let total = 0;
  for (const group of coverage.groups) {
    const tokens = tokensOf(group, coverage.text, queryWords);
    const best = passages.flatMap((scored) =>
      scored.similarities ? citedRanges(scored, evidence).map((range) => similarity(scored.similarities!, tokens, range)) : [],
    );
    sum += Math.max(-1, ...best) * group.weight;
    total += group.weight;
  }
  return { meanCited: sum / total };
}

/** Tokens of the white-space word in which an informative word stands. */
function tokensOf(group: WordGroup, text: string, queryWords: NonNullable<Retrieval['queryWords']>): readonly [number, number] {
  const before = text.slice(0, group.start).trimStart();
  // "de PGAZ" before "betaald": two words and a space, so it is word 2; glued to "(" it is the word that "(" began.
  const word = before === '' ? 0 : before.split(/\s+/).length - 1;
  return queryWords[Math.min(word, queryWords.length - 1)] ?? [0, 0];
}

/** Mean over a word's tokens of the best similarity within `[from, to)` of a passage's tokens. */
function similarity({ first, count, values }: Similarities, [a, b]: readonly [number, number], [from, to]: readonly [number, number]): number {
  let sum = 0;
  for (let q = a; q < b; q += 1) {
    let best = -1;
    for (let t = Math.max(0, from - first); t < Math.min(count, to - first); t += 1) best = Math.max(best, values[q * count + t]!);
    sum += best;
  }
  return b > a ? sum / (b - a) : -1;
}

function citedRanges({ document, passage, sentenceTokens }: ScoredPassage, evidence: readonly Evidence[]): (readonly [number, number])[] {
  const [first] = passage.sentences;
  return (sentenceTokens ?? []).filter((_, i) =>
    evidence.some((run) => run.document === document && first + i >= run.first && first + i < run.last),
  );
}
