import type { QueryAdapter } from '../../server/model/query-adapter.ts';
import { createRandom, type Random } from '../statistics/random.ts';
import { descend, type Schedule } from './adam.ts';
import { addGradient, type AdapterExample, type Parameters, type TrainingCorpus } from './late-interaction-loss.ts';

export interface TrainingSettings extends Schedule {
  rank: number;
  /** Penalty on the square of the change of a vector, and a third of it on importance. */
  penalty: number;
}

/** Rank and penalty by cross-validation over the tune half, the optimum is flat; epochs by the time they take (with 7,378 lessons three minutes each). */
export const TRAINING: TrainingSettings = { rank: 32, epochs: 5, rate: 0.001, penalty: 0.01, batch: 16 };
const IMPORTANCE_PENALTY = 0.3;
/** Starting sharpness of the five scores: sentence, its window, its passage; and for passages: whole, best window. */
const SHARPNESS = [14, 14, 7, 14, 14];

/** Learns a query adapter from answerable questions by Adam; the same examples give the same adapter. */
export function trainQueryAdapter(
  examples: readonly AdapterExample[],
  corpus: TrainingCorpus,
  modelSha256: string,
  settings: TrainingSettings = TRAINING,
  onEpoch: (epoch: number, loss: number) => void = () => {},
): QueryAdapter {
  const { rank, penalty } = settings;
  const { dimensions } = corpus.tokens.data;
  const random = createRandom(1);
  const parameters: Parameters = {
    down: Float32Array.from({ length: dimensions * rank }, () => 0.05 * gaussian(random)),
    up: new Float32Array(rank * dimensions),
    importance: new Float32Array(dimensions),
    sharpness: Float32Array.from(SHARPNESS, Math.log),
  };
  const addBatch = (some: readonly AdapterExample[], gradient: Parameters): number => {
    let loss = 0;
    for (const example of some) loss += addGradient(example, corpus, parameters, rank, 1 / some.length, gradient);
    addPenalty(parameters, rank, dimensions, penalty, gradient);
    return loss;
  };
  descend(examples, parameters, settings, random, addBatch, onEpoch);
  const { down, up, importance } = parameters;
  return { modelSha256, rank, down, up, importance };
}

function addPenalty({ down, up, importance }: Parameters, rank: number, dimensions: number, penalty: number, gradient: Parameters): void {
  // With D and U `rank × dimensions`: d‖DᵀU‖² / dD = 2 (U Uᵀ) D, / dU = 2 (D Dᵀ) U.
  const uu = products(up, rank, dimensions);
  const dd = products(down, rank, dimensions);
  for (let a = 0; a < rank; a += 1) {
    for (let b = 0; b < rank; b += 1) {
      const byUp = 2 * penalty * uu[a * rank + b]!;
      const byDown = 2 * penalty * dd[a * rank + b]!;
      for (let i = 0; i < dimensions; i += 1) {
        gradient.down[a * dimensions + i]! += byUp * down[b * dimensions + i]!;
        gradient.up[a * dimensions + i]! += byDown * up[b * dimensions + i]!;
      }
    }
  }
  for (let i = 0; i < dimensions; i += 1) gradient.importance[i]! += 2 * penalty * IMPORTANCE_PENALTY * importance[i]!;
}

/** `rows × rows` dot products of the rows. */
function products(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(rows * rows);
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < rows; b += 1) {
      let sum = 0;
      for (let i = 0; i < columns; i += 1) sum += matrix[a * columns + i]! * matrix[b * columns + i]!;
      out[a * rows + b] = sum;
    }
  }
  return out;
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
