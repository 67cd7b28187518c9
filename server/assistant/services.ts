/** What the HTTP rim needs of the rest: small interfaces, so that it can be tested with fakes. */
import type {
  AllocationRequest,
  AllocationResult,
  Answer,
  AskRequest,
  Block,
  CheckDescription,
  CheckResult,
  Citation,
  DocumentDetail,
  DocumentSummary,
  FeedbackRequest,
  PlanRequest,
  PlanResult,
  ReadParticipants,
  RouteDescription,
  SearchRequest,
  SearchResult,
  StatementDetail,
  TraceStep,
} from '../contract.ts';

/** Who asks: an address, and a session within it (a hospital's people share one address). */
export interface Caller {
  address: string;
  session: string;
}

/** What a streaming client sees while an answer is made; `done` follows from the returned promise. */
export type AskEvent =
  | { type: 'status'; text: string }
  | { type: 'citations'; citations: Citation[] }
  /** In reading order; together they are the answer's `blocks`. */
  | { type: 'block'; block: Block }
  | { type: 'delta'; text: string };

export interface AskOptions {
  /** Aborted when the client leaves: the work stops. */
  signal?: AbortSignal;
  /** Whose turn it is: callers share the machine alike. */
  caller?: Caller;
  /** Called in order while the answer is made. */
  onEvent?: (event: AskEvent) => void;
  /** Called after each stage of the work, for the request's log line. Stage names are fixed words, never user text. */
  onStage?: (stage: string, durationMs: number) => void;
  /** Called once with the figure that decided whether to answer: higher is more certain, only the order has a meaning. */
  onConfidence?: (confidence: number) => void;
  /** Called after each step with what it found, and with the step that failed. Holds the question: not for logs. */
  onStep?: (entry: TraceStep) => void;
}

export interface Assistant {
  search(request: SearchRequest, signal?: AbortSignal, caller?: Caller): Promise<SearchResult[]>;
  /** @throws QueueFullError when nothing can be answered within the time that there is */
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>;
}

export interface DocumentStore {
  list(): DocumentSummary[];
  get(id: string): DocumentDetail | undefined;
}

export interface RuleCheck {
  describe(): CheckDescription;
  /** @throws BadInputError naming every unknown fact and impossible value at once. */
  check(facts: Record<string, unknown>, asOf?: string): CheckResult;
  /** @throws BadInputError for amounts and percentages that cannot be allocated. */
  allocate(request: AllocationRequest): AllocationResult;
}

/** A plan for a network of several providers. */
export interface Planner {
  /** @throws BadInputError naming every fact that does not exist or cannot be so, and facts that contradict each other. */
  plan(request: PlanRequest): PlanResult;
  /** Who takes part, as somebody typed it. */
  readParticipants(text: string): ReadParticipants;
}

/** What the sources say in plain words, as it is said on a day (YYYY-MM-DD). */
export interface Statements {
  /** All of them, those on one subject together. */
  list(day: string): readonly StatementDetail[];
  get(id: string, day: string): StatementDetail | undefined;
}

/** The funding routes as anyone can look them up, on a day (YYYY-MM-DD). */
export interface RouteGuide {
  list(day: string): readonly RouteDescription[];
  get(id: string, day: string): RouteDescription | undefined;
}

export interface FeedbackStore {
  /** Resolves when the entry is safely stored. */
  add(entry: FeedbackRequest): Promise<void>;
}

/** Everything that has to be loaded before the first question can be answered. */
export interface Services {
  assistant: Assistant;
  documents: DocumentStore;
  rules?: RuleCheck;
  planner?: Planner;
  routes?: RouteGuide;
  statements?: Statements | undefined;
  /** What makes answers less good than they could be, with what to do about it (Dutch sentences for who runs the server). */
  warnings?: readonly string[] | undefined;
  /** Releases models and watchers when the server stops. */
  close?: () => Promise<void>;
}
