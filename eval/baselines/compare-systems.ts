import type { Collection, CollectionQuestion } from '../collections/collection.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import type { RetrievalScores } from '../metrics/retrieval-scores.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { bootstrapMean, pairedBootstrap, type PairedDifference } from '../statistics/bootstrap.ts';
import type { Estimate } from '../statistics/wilson.ts';
import { searchQuery } from '../system/observe.ts';
import { answerWithPassages } from './passages-as-answer.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

export const RETRIEVAL_NAMES = ['ndcg10', 'mrr10', 'recall1', 'recall5', 'recall10'] as const;
export type RetrievalName = (typeof RETRIEVAL_NAMES)[number];

/** A system's figures, and how far the assistant is ahead of it on the same questions. */
export interface SystemFigures {
  id: string;
  label: string;
  role: RetrievalSystem['role'];
  means: Record<RetrievalName, Estimate>;
  /** Assistant minus this system. */
  ahead: Record<RetrievalName, PairedDifference>;
  /** Share of the evidence found within the first 1…20 passages. */
  recallByRank: number[];
}

/** All systems on one collection. */
export interface CollectionFigures {
  name: string;
  /** Questions asked, and documents searched. */
  n: number;
  documents: number;
  systems: SystemFigures[];
  /** The assistant's own curve: share of questions with evidence within the first 1…20 passages. */
  recallByRank: number[];
}

export const DEEPEST_RANK = 20;
/** Passages to look through; enough for ten different documents where those are ranked. */
const DEPTH = 40;

/** Searches every question. */
export async function searchAll(system: RetrievalSystem, questions: readonly CollectionQuestion[], onProgress?: (done: number) => void): Promise<RetrievalScores[]> {
  const scores: RetrievalScores[] = [];
  for (const { query, score } of questions) {
    scores.push(score(await system.search(query, DEPTH)));
    onProgress?.(scores.length);
  }
  return scores;
}

/**
 * Puts the same questions to each system.
 * @param ours the assistant's scores for them; absent where the first system is the assistant's own search
 */
export async function compareSystems(
  { name, documents, questions }: Collection,
  systems: readonly RetrievalSystem[],
  onSystem: (system: RetrievalSystem) => ((done: number) => void) | undefined,
  ours?: readonly RetrievalScores[],
): Promise<CollectionFigures> {
  let own = ours;
  const figures: SystemFigures[] = [];
  for (const system of systems) {
    const theirs = await searchAll(system, questions, onSystem(system));
    own ??= theirs;
    figures.push(systemFigures(system, theirs, own));
  }
  return { name, n: questions.length, documents: documents.length, systems: figures, recallByRank: recallByRank(own ?? []) };
}

export function systemFigures(
  { id, label, role }: Pick<RetrievalSystem, 'id' | 'label' | 'role'>,
  theirs: readonly RetrievalScores[],
  ours: readonly RetrievalScores[],
): SystemFigures {
  const values = (scores: readonly RetrievalScores[], name: RetrievalName): number[] => scores.map((score) => score[name]);
  return {
    id,
    label,
    role,
    means: record((name) => bootstrapMean(values(theirs, name))),
    ahead: record((name) => pairedBootstrap(values(ours, name), values(theirs, name))),
    recallByRank: recallByRank(theirs),
  };
}

/** Share of questions whose first evidence stands within the first 1…20 passages. */
export function recallByRank(scores: readonly RetrievalScores[]): number[] {
  return Array.from({ length: DEEPEST_RANK }, (_, at) => scores.filter(({ firstRank }) => (firstRank ?? Infinity) <= at + 1).length / scores.length);
}

const record = <T>(make: (name: RetrievalName) => T): Record<RetrievalName, T> =>
  Object.fromEntries(RETRIEVAL_NAMES.map((name) => [name, make(name)])) as Record<RetrievalName, T>;

/** What a reader would get from a system, scored like the assistant's own answers. */
export interface SystemAnswers {
  id: string;
  label: string;
  results: CaseResult[];
}

/** A system's first passages as answers to all cases. */
export async function answerCases(system: RetrievalSystem, cases: readonly EvaluationCase[], documents: Documents): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const evaluationCase of cases) {
    const ask = await answerWithPassages(system, searchQuery(evaluationCase), documents);
    results.push({ case: evaluationCase, ask, scores: scoreCase(evaluationCase, ask, undefined, documents) });
  }
  return results;
}
