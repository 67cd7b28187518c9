import type { Block, Citation, TraceStep } from '../contract.ts';
import type { Draft, Tools, WordsOnly } from './draft.ts';

/** What a step leaves in the trace. */
export type Found<Name extends TraceStep['step'] = TraceStep['step']> = TraceStep extends infer Entry
  ? Entry extends { step: Name }
    ? Omit<Entry, 'durationMs'>
    : never
  : never;

/** What a piece of computing asks for. */
export interface Turn {
  /** Units of work (`work.ts`). */
  cost: number;
  /** Units that its request will ask of the model, given with the first piece that does. */
  load?: number;
  /** It tells what its request will ask: before its caller's other pieces. */
  early?: boolean;
}

/** Runs a piece of computing when its turn comes. @throws QueueFullError when there is no room for it, or no time left */
export type Pace = <Result>(work: () => Result | Promise<Result>, turn: Turn) => Promise<Result>;

export interface StepOptions {
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
  /** Who waits for whom; each goes on at once unless given. */
  pace?: Pace | undefined;
  /** Makes the answer by words alone from the start. */
  wordsOnly?: WordsOnly | undefined;
  onSearch?: ((by: 'model' | 'words', because?: WordsOnly) => void) | undefined;
  /** Higher is more certain; only the order has a meaning. */
  onConfidence?: ((confidence: number) => void) | undefined;
  /** New blocks as soon as they are there, with all citations. */
  onBlocks?: ((blocks: readonly Block[], citations: readonly Citation[]) => void) | undefined;
  /** Shows the blocks that a step has laid before it is done. */
  show?: (() => void) | undefined;
  /** What each step found, or which one failed. */
  onStep?: ((entry: TraceStep) => void) | undefined;
}

/** One step of the pipeline: reads and fills in the draft, and tells what it found. Its name is the function's name. */
export interface Step {
  (draft: Draft, tools: Tools, options: StepOptions): Found | Promise<Found>;
  readonly name: string;
  /** It takes its turns itself, or waits for something outside and holds nobody's turn meanwhile. */
  waits?: boolean;
  /** It tells what the rest will cost. */
  early?: boolean;
  /** Units of work; those of a small step unless given. */
  cost?: (draft: Draft) => number;
}
