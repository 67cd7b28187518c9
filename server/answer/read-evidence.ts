import { evidenceScore, meanOfTokens, prepareEvidence, type MetTokens, type PreparedEvidence } from '../model/evidence-head.ts';
import type { Retrieval } from '../search/retriever.ts';
import type { Similarities } from '../search/token-index.ts';
import type { SentenceCandidate } from './sentence-candidates.ts';

/** Candidates that the head reads, best first: a third of a millisecond each. */
const READ = 20;

/** Lets the learned head read the best candidates. What it does not read counts as the least of what it read. */
export function readEvidence(ranked: readonly SentenceCandidate[], { evidence: head, tokenVectors, tokenWeights }: Retrieval): void {
  if (!head || !tokenVectors || !tokenWeights) return;
  const prepared = prepareEvidence(head, tokenVectors, tokenWeights);
  let least = Infinity;
  for (const [i, candidate] of ranked.entries()) {
    const met = i < READ && candidate.features.heading === 0 ? metTokens(candidate, prepared, head.importance.length) : undefined;
    if (met) least = Math.min(least, (candidate.features.evidence = evidenceScore(head, prepared, met)));
  }
  if (least < Infinity) for (const { features } of ranked) features.evidence ??= least;
}

/** How a sentence meets the question's tokens; nothing where it has no tokens (cut off at the end of a passage). */
function metTokens({ passage: { similarities, tokens }, at }: SentenceCandidate, prepared: PreparedEvidence, dimensions: number): MetTokens | undefined {
  const own = tokens?.sentences[at];
  if (!similarities || !tokens || !own || own[1] <= own[0]) return undefined;
  const window: [number, number] = [tokens.sentences[Math.max(0, at - 1)]![0], tokens.sentences[Math.min(tokens.sentences.length - 1, at + 1)]![1]];
  const best = new Map(prepared.tokens.map((token) => [token, bestOf(similarities, token, own)]));
  const around = new Map(prepared.tokens.map((token) => [token, bestOf(similarities, token, window)]));
  return {
    window: byToken(around),
    own: byToken(best),
    vectorOf: (token) => {
      const row = best.get(token)!.row;
      return Float32Array.from(tokens.vectors.subarray(row * dimensions, (row + 1) * dimensions), (value) => value * tokens.scales[row]!);
    },
    mean: meanOfTokens(tokens.vectors, tokens.scales, own[0], own[1], dimensions),
  };
}

interface Best {
  value: number;
  /** Among the passage's tokens. */
  row: number;
}

function bestOf({ count, values }: Similarities, token: number, [from, to]: readonly [number, number]): Best {
  let best: Best = { value: -1, row: from };
  for (let row = from; row < to; row += 1) {
    const value = values[token * count + row]!;
    if (value > best.value) best = { value, row };
  }
  return best;
}

function byToken(best: ReadonlyMap<number, Best>): number[] {
  const values: number[] = [];
  for (const [token, { value }] of best) values[token] = value;
  return values;
}
