import type { Passage } from '../../server/corpus/document.ts';
import { LARGEST_IMPORTANCE } from '../../server/model/query-adapter.ts';
import { quantise, type TokenIndex } from '../../server/search/token-index.ts';

/**
 * What a query adapter is learned by: of all sentences of the candidate passages, those that answer must come out on top
 * (softmax cross-entropy with several right answers), and so must the passages that hold them. Scores are late
 * interaction, as in retrieval. Gradients by hand: a maximum passes its gradient to the token that gave it.
 */
/** How much finding the passage counts beside finding the sentence. */
const PASSAGE_SHARE = 0.5;
const NEGLIGIBLE = 2e-5;

export interface AdapterExample {
  /** Unit token vectors of the question, `tokens × dimensions`, and weights that add up to 1. */
  vectors: Float32Array;
  weights: Float32Array;
  /** Ordinals of the passages it is learned on; those with an answer are among them. */
  passages: readonly number[];
  /** `document/sentence` of the sentences that answer. */
  answers: ReadonlySet<string>;
}

export interface TrainingCorpus {
  tokens: TokenIndex;
  passages: readonly Passage[];
  /** Headings never answer. */
  isHeading: (documentId: string, sentence: number) => boolean;
}

/** What is learned, and the shape of its gradient. */
export type Parameters = {
  down: Float32Array;
  up: Float32Array;
  importance: Float32Array;
  /** ln of the sharpness. */
  sharpness: Float32Array;
};

/** Adds `share` of the gradient of one example's loss. @returns its loss */
export function addGradient(
  { vectors, weights, passages, answers }: AdapterExample,
  { tokens, passages: all, isHeading }: TrainingCorpus,
  { down, up, importance, sharpness }: Parameters,
  rank: number,
  share: number,
  gradient: Parameters,
): number {
  const { dimensions } = tokens.data;
  const count = weights.length;
  // Forward: adapted vectors and weights.
  const hidden = new Float32Array(count * rank);
  const adapted = Float32Array.from(vectors);
  const lengths = new Float32Array(count);
  const boosted = new Float32Array(count);
  const clipped = new Uint8Array(count);
  for (let q = 0; q < count; q += 1) {
    const x = q * dimensions;
    let emphasis = 0;
    for (let i = 0; i < dimensions; i += 1) emphasis += vectors[x + i]! * importance[i]!;
    clipped[q] = Number(Math.abs(emphasis) > LARGEST_IMPORTANCE);
    boosted[q] = weights[q]! * Math.exp(Math.max(-LARGEST_IMPORTANCE, Math.min(LARGEST_IMPORTANCE, emphasis)));
    for (let r = 0; r < rank; r += 1) {
      let sum = 0;
      for (let i = 0; i < dimensions; i += 1) sum += vectors[x + i]! * down[r * dimensions + i]!;
      hidden[q * rank + r] = sum;
      for (let i = 0; i < dimensions; i += 1) adapted[x + i]! += sum * up[r * dimensions + i]!;
    }
    let square = 0;
    for (let i = 0; i < dimensions; i += 1) square += adapted[x + i]! ** 2;
    lengths[q] = Math.sqrt(square) || 1;
    for (let i = 0; i < dimensions; i += 1) adapted[x + i]! /= lengths[q]!;
  }
  const total = boosted.reduce((a, b) => a + b, 0) || 1;
  const weighed = boosted.map((b) => b / total);
  const [sentenceSharp, windowSharp, ownPassageSharp, passageSharp, bestWindowSharp] = sharpness.map(Math.exp) as unknown as [number, number, number, number, number];

  // Forward: per passage, for each token the best of each sentence.
  const query = quantise(adapted, dimensions);
  const found = passages.map((ordinal) => {
    const { first, count: length, values } = tokens.similarities(query, ordinal);
    const ranges = tokens.sentenceRanges(ordinal);
    const best = new Float32Array(count * ranges.length).fill(-1);
    const at = new Int32Array(count * ranges.length).fill(-1);
    ranges.forEach(([from, to], k) => {
      for (let q = 0; q < count; q += 1) {
        const cell = q * ranges.length + k;
        for (let t = from; t < to; t += 1) {
          const value = values[q * length + (t - first)]!;
          if (value > best[cell]!) {
            best[cell] = value;
            at[cell] = t;
          }
        }
      }
    });
    return scorePassage(ordinal, ranges.length, best, at, weighed);
  });

  // Sentences: in several passages, the best place counts.
  const places = new Map<string, { passage: number; sentence: number; score: number }>();
  found.forEach(({ ordinal, late, window, whole }, passage) => {
    const { documentId, sentences } = all[ordinal]!;
    late.forEach((value, sentence) => {
      if (isHeading(documentId, sentences[0] + sentence)) return;
      const score = sentenceSharp * value + windowSharp * window[sentence]! + ownPassageSharp * whole;
      const key = `${documentId}/${sentences[0] + sentence}`;
      if (score > (places.get(key)?.score ?? -Infinity)) places.set(key, { passage, sentence, score });
    });
  });
  const keys = [...places.keys()];
  const bySentence = crossEntropy(keys.map((key) => places.get(key)!.score), keys.map((key) => answers.has(key)));
  const holdsAnswer = found.map(({ ordinal, late }) => {
    const { documentId, sentences } = all[ordinal]!;
    return late.some((_, sentence) => answers.has(`${documentId}/${sentences[0] + sentence}`));
  });
  const byPassage = crossEntropy(found.map(({ whole, bestWindow }) => passageSharp * whole + bestWindowSharp * bestWindow), holdsAnswer);

  // Backward: from scores to late interaction values.
  const pull = found.map(({ late }) => ({ late: new Float32Array(late.length), window: new Float32Array(late.length), whole: 0 }));
  keys.forEach((key, i) => {
    const { passage, sentence } = places.get(key)!;
    const g = share * bySentence.gradient[i]!;
    const { late, window, whole } = found[passage]!;
    pull[passage]!.late[sentence]! += g * sentenceSharp;
    pull[passage]!.window[sentence]! += g * windowSharp;
    pull[passage]!.whole += g * ownPassageSharp;
    gradient.sharpness[0]! += g * sentenceSharp * late[sentence]!;
    gradient.sharpness[1]! += g * windowSharp * window[sentence]!;
    gradient.sharpness[2]! += g * ownPassageSharp * whole;
  });
  found.forEach(({ whole, bestWindow, bestWindowAt }, passage) => {
    const g = share * PASSAGE_SHARE * byPassage.gradient[passage]!;
    pull[passage]!.whole += g * passageSharp;
    pull[passage]!.window[bestWindowAt]! += g * bestWindowSharp;
    gradient.sharpness[3]! += g * passageSharp * whole;
    gradient.sharpness[4]! += g * bestWindowSharp * bestWindow;
  });

  // Backward: from those to the tokens that gave them.
  const { vectors: stored, scales } = tokens.data;
  const towards = new Float32Array(count * dimensions);
  const byWeight = new Float32Array(count);
  found.forEach(({ sentences, best, at, windowAt, wholeAt }, passage) => {
    const { late, window, whole } = pull[passage]!;
    const add = (q: number, cell: number, g: number) => {
      byWeight[q]! += g * best[cell]!;
      const token = at[cell]!;
      if (token < 0) return;
      const factor = g * weighed[q]! * scales[token]!;
      for (let i = 0; i < dimensions; i += 1) towards[q * dimensions + i]! += factor * stored[token * dimensions + i]!;
    };
    for (let q = 0; q < count; q += 1) {
      for (let k = 0; k < sentences; k += 1) {
        const cell = q * sentences + k;
        if (Math.abs(late[k]!) > NEGLIGIBLE) add(q, cell, late[k]!);
        if (Math.abs(window[k]!) > NEGLIGIBLE) add(q, windowAt[cell]!, window[k]!);
      }
      if (Math.abs(whole) > NEGLIGIBLE && sentences > 0) add(q, wholeAt[q]!, whole);
    }
  });
  const mean = byWeight.reduce((sum, value, q) => sum + value * weighed[q]!, 0);
  for (let q = 0; q < count; q += 1) {
    const x = q * dimensions;
    if (!clipped[q]) {
      const g = weighed[q]! * (byWeight[q]! - mean);
      for (let i = 0; i < dimensions; i += 1) gradient.importance[i]! += g * vectors[x + i]!;
    }
    let along = 0;
    for (let i = 0; i < dimensions; i += 1) along += towards[x + i]! * adapted[x + i]!;
    const turn = new Float32Array(dimensions);
    for (let i = 0; i < dimensions; i += 1) turn[i] = (towards[x + i]! - along * adapted[x + i]!) / lengths[q]!;
    for (let r = 0; r < rank; r += 1) {
      const h = hidden[q * rank + r]!;
      let back = 0;
      for (let i = 0; i < dimensions; i += 1) {
        gradient.up[r * dimensions + i]! += h * turn[i]!;
        back += up[r * dimensions + i]! * turn[i]!;
      }
      for (let i = 0; i < dimensions; i += 1) gradient.down[r * dimensions + i]! += back * vectors[x + i]!;
    }
  }
  return bySentence.loss + PASSAGE_SHARE * byPassage.loss;
}

/** Late interaction of each sentence, of it with its neighbours, and of the passage; `…At` say which cell gave a maximum. */
function scorePassage(ordinal: number, sentences: number, best: Float32Array, at: Int32Array, weighed: Float32Array) {
  const late = new Float32Array(sentences);
  const window = new Float32Array(sentences);
  const windowAt = new Int32Array(weighed.length * sentences);
  const wholeAt = new Int32Array(weighed.length);
  let whole = sentences > 0 ? 0 : -1;
  for (let q = 0; q < weighed.length; q += 1) {
    const row = q * sentences;
    let top = row;
    for (let k = 0; k < sentences; k += 1) {
      let cell = row + k;
      if (k > 0 && best[row + k - 1]! > best[cell]!) cell = row + k - 1;
      if (k + 1 < sentences && best[row + k + 1]! > best[cell]!) cell = row + k + 1;
      windowAt[row + k] = cell;
      late[k]! += weighed[q]! * best[row + k]!;
      window[k]! += weighed[q]! * best[cell]!;
      if (best[row + k]! > best[top]!) top = row + k;
    }
    wholeAt[q] = top;
    if (sentences > 0) whole += weighed[q]! * best[top]!;
  }
  const bestWindow = Math.max(-1, ...window);
  return { ordinal, sentences, best, at, late, window, windowAt, whole, wholeAt, bestWindow, bestWindowAt: Math.max(0, window.indexOf(bestWindow)) };
}

/** −ln of the share of softmax that the right ones have together; and its gradient by score. */
function crossEntropy(scores: readonly number[], right: readonly boolean[]): { loss: number; gradient: Float64Array } {
  const gradient = new Float64Array(scores.length);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const good = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0);
  if (good === 0) return { loss: 0, gradient };
  powers.forEach((power, i) => {
    gradient[i] = power / all - (right[i] ? power / good : 0);
  });
  return { loss: -Math.log(good / all), gradient };
}
