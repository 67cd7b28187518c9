import type { AskRequest, SearchResult } from '../../server/contract.ts';
import type { RememberedScore } from './score-memory.ts';
import type { Failure } from './failure.ts';
import type { AskOutcome } from './system.ts';

/** What a worker is asked to do, over one index. */
export type Task =
  | { kind: 'ask'; indexDir: string; request: AskRequest }
  | { kind: 'search'; indexDir: string; query: string; limit: number }
  | { kind: 'scores' };

/** What comes back for each kind of task. */
export interface TaskResult {
  ask: AskOutcome;
  search: SearchResult[];
  /** Scores that were used since the last time. */
  scores: RememberedScore[];
}

export interface TaskMessage {
  id: number;
  task: Task;
}

export interface ResultMessage {
  id: number;
  value?: TaskResult[Task['kind']];
  error?: { failure: Failure; message: string };
}
