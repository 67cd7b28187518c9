import type { Verdict } from '../corpus/statement.ts';

/** A verified quote that a language model may write from, under the number that readers see. */
export interface WritingSource {
  n: number;
  quote: string;
  /** What stands around it in the source: headings, title, publisher, date. */
  surroundings: readonly string[];
}

/** What editors say of these quotes in plain words. */
export interface WritingStatement {
  id: string;
  text: string;
  /** Numbers of the quotes that prove it. */
  citations: readonly number[];
}

export interface WritingTask {
  question: string;
  sources: readonly WritingSource[];
  statements: readonly WritingStatement[];
  /** Decided already; no sentence may say otherwise. */
  verdict?: Verdict | undefined;
}

/** A sentence of the model that passed every check. */
export interface WrittenSentence {
  text: string;
  /** Ascending, at least one. */
  citations: readonly number[];
}

/** Why a sentence is not shown. */
export const DROP_REASONS = ['marker', 'form', 'language', 'verdict', 'number', 'name', 'negation', 'actor', 'modality', 'scope', 'exception', 'support', 'repeated', 'patient-data'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why nothing (more) came of the model. */
export const FAILURES = ['connect', 'first-token', 'next-token', 'total', 'status', 'content', 'paused', 'patient-data', 'endless', 'nothing-left'] as const;
export type WritingFailure = (typeof FAILURES)[number];

export interface Written {
  model: string;
  kept: readonly WrittenSentence[];
  dropped: readonly { text: string; reason: DropReason }[];
  failed?: WritingFailure | undefined;
}

export interface WritingOptions {
  /** Aborted when nobody waits any more: the call ends and the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
  /** Each sentence as soon as it has passed. */
  onSentence?: ((sentence: WrittenSentence) => void) | undefined;
}

/** Says in running text what chosen quotes say. Never throws for what the model does: that is told in the result. */
export interface Writer {
  write(task: WritingTask, options?: WritingOptions): Promise<Written>;
}
