import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { AskObservation, SearchObservation } from '../system/observe.ts';
import { scoreCitations, type CitationScores, type Documents } from './citations.ts';
import { scoreKeyFacts, type KeyFactScore } from './key-facts.ts';
import { scoreNumbers, type NumberScores } from './numbers.ts';
import { scoreRetrieval, type RetrievalScores } from './retrieval-scores.ts';
import { readAnswer, type ReadingScores } from './reading-scores.ts';
import { scoreRoutes, type RouteScores, type RouteTruth } from './routes.ts';

/** Every figure of one case. */
export interface CaseScores {
  /** The assistant abstained; undefined when it failed. */
  abstained?: boolean;
  citations: CitationScores;
  keyFacts: KeyFactScore[];
  numbers: NumberScores;
  routes: RouteScores;
  /** What a reader meets; absent when the assistant failed. */
  reading?: ReadingScores;
  /** Absent for cases to abstain and when search was not asked. */
  retrieval?: RetrievalScores;
  /**
   * The answer is right: a case to abstain was abstained; any other was answered, with every evidence item and vital fact
   * in it, and nothing in it that is not proved.
   */
  right: boolean;
}

export interface CaseResult {
  case: EvaluationCase;
  ask: AskObservation;
  search?: SearchObservation;
  scores: CaseScores;
  /** What the rule check says of the routes without facts; absent where it was not asked. */
  routeTruth?: RouteTruth;
}

export function scoreCase(
  evaluationCase: EvaluationCase,
  ask: AskObservation,
  search: SearchObservation | undefined,
  documents: Documents,
): CaseScores {
  const { evidence, keyFacts, routes, abstain } = evaluationCase;
  const { answer } = ask;
  const citations: CitationScores = answer
    ? scoreCitations(answer, evidence, documents)
    : { checks: [], danglingMarkers: [], itemsCited: evidence.map(() => false), relevant: [], characters: 0 };
  const facts = scoreKeyFacts(keyFacts, answer);
  const numbers = answer ? scoreNumbers(answer, documents) : { total: 0, unsupported: [] };
  const sound =
    citations.checks.every(({ faults }) => faults.length === 0) &&
    citations.danglingMarkers.length === 0 &&
    numbers.unsupported.length === 0;
  const complete = citations.itemsCited.every(Boolean) && facts.every(({ found, vital }) => found || !vital);
  return {
    ...(answer && { abstained: answer.abstained }),
    citations,
    keyFacts: facts,
    numbers,
    routes: scoreRoutes(routes, answer?.routes.map(({ id }) => id) ?? []),
    ...(answer && { reading: readAnswer(answer, evidence, documents) }),
    ...(search && !abstain && { retrieval: scoreRetrieval(search.results, evidence) }),
    right: answer !== undefined && sound && (abstain ? answer.abstained : !answer.abstained && complete),
  };
}
