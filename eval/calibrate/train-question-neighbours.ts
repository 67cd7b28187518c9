import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { dot, unit } from '../../server/model/floats.ts';
import { kernelWeight, questionNeighbours, transformed, type QuestionNeighbours } from '../../server/search/question-neighbours.ts';
import { createRandom } from '../statistics/random.ts';
import { descend, type Schedule } from './adam.ts';

/** One question with what answers it. */
export interface NeighbourExample {
  /** `questionVector` of it. */
  vector: Float32Array;
  /** `sentenceId` of the sentences that answer; none where the sources do not answer. */
  answers: readonly string[];
  /** Who wrote it: questions of one hand are no proof that another's are near. */
  author: string;
}

export interface NeighbourSettings extends Schedule {
  /** Penalty on the square of the change of the measure. */
  penalty: number;
  /** Numbers kept for each question. */
  components: number;
}

/** By learning from the practice questions and looking at the tune half; the optimum is flat. */
export const NEIGHBOUR_TRAINING: NeighbourSettings = { epochs: 8, rate: 0.001, penalty: 0.001, batch: 512, components: 192 };
const STARTING_SHARPNESS = 15;
/** A pull this small moves nothing. */
const NEGLIGIBLE = 1e-4;
const BACKGROUND_SAMPLE = 500;
const FAR_AWAY = 0.1;

/**
 * Neighbourhood components analysis: a linear measure in which a question's neighbours, weighted by softmax over the batch,
 * are the ones that share an answer with it. Starts as the cosine it is.
 */
export function trainQuestionNeighbours(
  examples: readonly NeighbourExample[],
  modelSha256: string,
  settings: NeighbourSettings = NEIGHBOUR_TRAINING,
  onEpoch: (epoch: number, loss: number) => void = () => {},
): QuestionNeighbours {
  const { penalty, components } = settings;
  const dimensions = examples[0]!.vector.length;
  const mean = new Float32Array(dimensions);
  for (const { vector } of examples) vector.forEach((value, i) => (mean[i]! += value / examples.length));
  const identity = Float32Array.from({ length: dimensions * dimensions }, (_, i) => Number(i % (dimensions + 1) === 0));
  const parameters = { transform: Float32Array.from(identity), sharpness: Float32Array.of(Math.log(STARTING_SHARPNESS)) };
  const centred = new Map(examples.map((example) => [example, unit(example.vector.map((value, i) => value - mean[i]!))]));
  const addBatch = (some: readonly NeighbourExample[], gradient: typeof parameters): number => {
    const loss = addNeighbourGradient(some, some.map((example) => centred.get(example)!), parameters, gradient);
    parameters.transform.forEach((value, i) => (gradient.transform[i]! += 2 * penalty * (value - identity[i]!)));
    return loss * some.length;
  };
  descend(examples, parameters, settings, createRandom(1), addBatch, onEpoch);
  const full = { mean, transform: parameters.transform };
  const transform = shortened(parameters.transform, examples.map(({ vector }) => transformed(vector, full)), Math.min(components, dimensions));
  const learned = { modelSha256, sharpness: Math.exp(parameters.sharpness[0]!), background: 0, mean, transform };
  const points = examples.map(({ vector, answers }) => ({ vector: transformed(vector, learned), answers }));
  return questionNeighbours({ ...learned, background: backgroundOf(learned.sharpness, points, examples) }, points);
}

/** The measure along the principal components of its own points only: hardly less is told apart, and half of the numbers are kept. */
function shortened(transform: Float32Array, points: readonly Float32Array[], components: number): Float32Array {
  const dimensions = points[0]!.length;
  const spread = Matrix.zeros(dimensions, dimensions);
  for (const point of points) {
    for (let r = 0; r < dimensions; r += 1) for (let c = 0; c <= r; c += 1) spread.set(r, c, spread.get(r, c) + point[r]! * point[c]!);
  }
  for (let r = 0; r < dimensions; r += 1) for (let c = r + 1; c < dimensions; c += 1) spread.set(r, c, spread.get(c, r));
  const { eigenvectorMatrix } = new EigenvalueDecomposition(spread, { assumeSymmetric: true });
  // Eigenvalues come in ascending order.
  const axes = Array.from({ length: components }, (_, i) => Float32Array.from(eigenvectorMatrix.getColumn(dimensions - 1 - i)));
  const short = new Float32Array(components * dimensions);
  axes.forEach((axis, row) => {
    axis.forEach((share, from) => {
      for (let i = 0; i < dimensions; i += 1) short[row * dimensions + i]! += share * transform[from * dimensions + i]!;
    });
  });
  return short;
}

/** What the learned questions weigh together, seen from answered ones of another hand: only a tenth of them has less around it. */
function backgroundOf(sharpness: number, points: readonly { vector: Float32Array }[], examples: readonly NeighbourExample[]): number {
  const answered = [...examples.keys()].filter((i) => examples[i]!.answers.length > 0);
  const some = answered.filter((_, i) => i % Math.ceil(answered.length / BACKGROUND_SAMPLE) === 0);
  const totals = some.map((i) =>
    points.reduce((sum, { vector }, j) => sum + (examples[j]!.author === examples[i]!.author ? 0 : kernelWeight(dot(points[i]!.vector, vector), sharpness)), 0),
  );
  return totals.sort((a, b) => a - b)[Math.floor(totals.length * FAR_AWAY)] ?? 0;
}

/** Adds the gradient of −ln of the share of right neighbours, averaged over the questions that have any. @returns that loss */
function addNeighbourGradient(
  examples: readonly NeighbourExample[],
  rows: readonly Float32Array[],
  { transform, sharpness }: { transform: Float32Array; sharpness: Float32Array },
  gradient: { transform: Float32Array; sharpness: Float32Array },
): number {
  const n = rows.length;
  const dimensions = rows[0]!.length;
  const sharp = Math.exp(sharpness[0]!);
  const images = rows.map((row) => Float32Array.from(row, (_, r) => dot(row, transform.subarray(r * dimensions, (r + 1) * dimensions))));
  const lengths = images.map((image) => Math.sqrt(dot(image, image)) || 1);
  const points = images.map((image, i) => image.map((value) => value / lengths[i]!));
  const answers = examples.map((example) => new Set(example.answers));
  const towards = rows.map(() => new Float32Array(dimensions));
  let loss = 0;
  let counted = 0;
  const pulls: { i: number; pull: Float64Array; cosines: Float32Array }[] = [];
  for (let i = 0; i < n; i += 1) {
    if (answers[i]!.size === 0) continue;
    const cosines = Float32Array.from(points, (point) => dot(points[i]!, point));
    const takesPart = examples.map(({ author }) => author !== examples[i]!.author);
    const right = examples.map((other, j) => takesPart[j]! && other.answers.some((id) => answers[i]!.has(id)));
    if (!right.includes(true)) continue;
    const powers = Float64Array.from(cosines, (cosine, j) => (takesPart[j] ? Math.exp(sharp * (cosine - 1)) : 0));
    const all = powers.reduce((a, b) => a + b, 0);
    const good = powers.reduce((sum, power, j) => sum + (right[j] ? power : 0), 0);
    loss -= Math.log(good / all);
    counted += 1;
    pulls.push({ i, cosines, pull: powers.map((power, j) => power / all - (right[j] ? power / good : 0)) });
  }
  if (counted === 0) return 0;
  for (const { i, pull, cosines } of pulls) {
    for (let j = 0; j < n; j += 1) {
      if (Math.abs(pull[j]!) < NEGLIGIBLE) continue;
      const g = pull[j]! / counted;
      gradient.sharpness[0]! += g * sharp * cosines[j]!;
      const [a, b] = [points[i]!, points[j]!];
      const [towardsA, towardsB] = [towards[i]!, towards[j]!];
      for (let d = 0; d < dimensions; d += 1) {
        towardsA[d]! += g * sharp * b[d]!;
        towardsB[d]! += g * sharp * a[d]!;
      }
    }
  }
  towards.forEach((toward, i) => {
    const along = dot(toward, points[i]!);
    for (let r = 0; r < dimensions; r += 1) {
      const g = (toward[r]! - along * points[i]![r]!) / lengths[i]!;
      if (g === 0) continue;
      const row = rows[i]!;
      for (let d = 0; d < dimensions; d += 1) gradient.transform[r * dimensions + d]! += g * row[d]!;
    }
  });
  return loss / counted;
}
