import type { EvaluationCase } from '../../load/evaluation-case.ts';
import type { Documents } from '../../metrics/citations.ts';
import type { MeasureName } from '../../metrics/measures.ts';
import type { System } from '../../system/system.ts';

/** What a system is tried on. */
export interface World {
  documents: Documents;
  cases: readonly EvaluationCase[];
}

/** A check of the verdict: a measure with a threshold, or one of the parts that are no measure. */
export type CheckName = MeasureName | 'failures' | 'rules';

/** A whole system that keeps the HTTP contract and must never get "voldoet". */
export interface BadSystem {
  id: string;
  /** Dutch, for the report: what it does wrong. */
  label: string;
  /** At least one of these checks must fail: a system that only fails elsewhere fails by luck. */
  mustFailBy: readonly CheckName[];
  /** The good system with this one fault. */
  make: (good: System, world: World) => System;
}
