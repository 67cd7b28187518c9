import { evidenceScore, meanOfTokens, prepareEvidence, type MetTokens, type PreparedEvidence } from '../model/evidence-head.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import type { PassageTokens } from '../search/passage-tokens.ts';
import type { Retrieval } from '../search/retriever.ts';
import type { Similarities } from '../search/token-index.ts';
import type { SentenceCandidate } from './sentence-candidates.ts';

/** Candidates that the head reads, best first. */
const READ = 20;

/** Lets the learned head read the best candidates. What it does not read counts as the least of what it read. */
export async function readEvidence(
  ranked: readonly SentenceCandidate[],
  { evidence: head, tokenVectors, tokenWeights }: Retrieval,
  index: Pick<PassageIndex, 'tokens'>,
): Promise<void> {
  if (!head || !tokenVectors || !tokenWeights) return;
  const prepared = prepareEvidence(head, tokenVectors, tokenWeights);
  const best = ranked.filter(({ features }) => features.heading === 0).slice(0, READ);
  for (const ordinal of new Set(best.map(({ passage }) => passage.ordinal))) {
    await index.tokens([ordinal], (tokens) => {
      for (const candidate of best.filter(({ passage }) => passage.ordinal === ordinal)) {
        const met = metTokens(candidate, tokens, prepared, head.importance.length);
        if (met) candidate.features.evidence = evidenceScore(head, prepared, met);
      }
    });
  }
  const least = Math.min(...best.flatMap(({ features }) => features.evidence ?? []));
  if (least < Infinity) for (const { features } of ranked) features.evidence ??= least;
}

/** How a sentence meets the question's tokens; nothing where it has no tokens (cut off at the end of a passage). */
function metTokens({ passage: { similarities }, at }: SentenceCandidate, tokens: PassageTokens, prepared: PreparedEvidence, dimensions: number): MetTokens | undefined {
  const own = tokens.sentences[at];
  if (!similarities || !own || own[1] <= own[0]) return undefined;
  const window: [number, number] = [tokens.sentences[Math.max(0, at - 1)]![0], tokens.sentences[Math.min(tokens.sentences.length - 1, at + 1)]![1]];
  const vector = new Float32Array(dimensions);
  const best = new Map(prepared.tokens.map((token) => [token, bestOf(similarities, token, own)]));
  const around = new Map(prepared.tokens.map((token) => [token, bestOf(similarities, token, window)]));
  return {
    window: byToken(around),
    own: byToken(best),
    vectorOf: (token) => {
      const { row } = best.get(token)!;
      const scale = tokens.scales[row]!;
      for (let d = 0; d < dimensions; d += 1) vector[d] = tokens.vectors[row * dimensions + d]! * scale;
      return vector;
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
