import type { Answer, AskRequest, CheckDescription, CheckResult, DocumentDetail, SearchResult } from '../../server/contract.ts';

export interface AskOutcome {
  answer: Answer;
  /** What decided about answering; absent over HTTP, where it is not told. */
  confidence?: number;
}

/** What is evaluated: the assistant in this process or a server that keeps the HTTP contract. */
export interface Subject {
  /** Dutch, for the report's head. */
  name: string;
  documents(): Promise<DocumentDetail[]>;
  /** @throws SubjectError */
  ask(request: AskRequest, signal: AbortSignal): Promise<AskOutcome>;
  /** @throws SubjectError */
  search(query: string, limit: number, signal: AbortSignal): Promise<SearchResult[]>;
  /** Absent where the rule check is not offered. */
  rules?: {
    describe(): Promise<CheckDescription>;
    check(facts: Record<string, unknown>, asOf?: string): Promise<CheckResult>;
  };
  close(): Promise<void>;
}

/** How a subject can fail; counted and named in the report. */
export const FAILURES = {
  unreachable: 'onbereikbaar',
  timeout: 'te laat',
  refused: 'foutmelding',
  unreadable: 'antwoord voldoet niet aan het contract',
  crashed: 'onverwachte fout',
} as const;
export type Failure = keyof typeof FAILURES;

/** The subject gave no usable answer. The message is Dutch and for the report. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError';
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}
