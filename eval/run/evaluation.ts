import type { CollectionFigures } from '../baselines/compare-systems.ts';
import type { SelfTest } from '../metric-self-test/self-test.ts';
import type { SystemsTest } from '../metric-self-test/bad-systems/outcome.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import type { RobustnessFigures } from '../robustness/run-robustness.ts';
import type { DistractorFigures } from '../robustness/with-distractors.ts';
import type { RuleSuiteResult } from '../rules/rule-suite.ts';
import type { LeaveOneDocumentOut } from './leave-one-document-out.ts';
import type { Latency } from './measure-latency.ts';

/** Everything that one run measured. */
export interface Evaluation {
  /** ISO 8601, UTC. */
  createdAt: string;
  durationMs: number;
  /** What was evaluated, in Dutch. */
  system: string;
  /** A choice of cases was made: figures are no verdict on the assistant. */
  selection?: string;
  full: boolean;
  documents: { id: string; title: string; sha256: string; status: string }[];
  results: CaseResult[];
  /** Frozen cases of which the evidence was also seen in the tune half. */
  shared: ReadonlySet<string>;
  /** Absent where it was not measured: remembered scores would flatter it. */
  latency?: Latency;
  /** Systems on collections: the own documents first, with the cases that the verdict is about. */
  collections?: CollectionFigures[];
  /** The tutorial pipeline's answers to those cases. */
  tutorialAnswers?: CaseResult[];
  robustness?: RobustnessFigures[];
  distractors?: DistractorFigures;
  leaveOneDocumentOut?: LeaveOneDocumentOut;
  rules?: RuleSuiteResult;
  selfTest?: SelfTest;
  systemsTest?: SystemsTest;
  /** Dutch: what was not measured, and why. */
  notes: string[];
}
