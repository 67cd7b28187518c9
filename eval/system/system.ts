import type { Answer, AskRequest, CheckDescription, CheckResult, DocumentDetail, SearchResult } from '../../server/contract.ts';
import type { Stopwatch } from './stopwatch.ts';


export interface AskOutcome {
  answer: Answer;
  /** What decided about answering; absent over HTTP, where it is not told. */
  confidence?: number;
  /** How near the nearest question that the assistant learned from is, cosine; absent over HTTP. */
  nearest?: number;
}

/** What is evaluated: the assistant in this process or a server that keeps the HTTP contract. */
export interface System {
  /** Dutch, for the report's head. */
  name: string;
  documents(): Promise<DocumentDetail[]>;
  /** @throws SystemError */
  ask(request: AskRequest, watch: Stopwatch): Promise<AskOutcome>;
  /** @throws SystemError */
  search(query: string, limit: number, watch: Stopwatch): Promise<SearchResult[]>;
  /** Absent where the rule check is not offered. */
  rules?: {
    describe(): Promise<CheckDescription>;
    check(facts: Record<string, unknown>, asOf?: string): Promise<CheckResult>;
  };
  /** Does nothing on the server, to know how long that takes; absent where there is no server. */
  idle?(watch: Stopwatch): Promise<void>;
  close(): Promise<void>;
}
