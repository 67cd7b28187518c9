import type { Documents } from '../metrics/citations.ts';
import { estimate, estimateDifference } from '../metrics/estimate.ts';
import { measureOf, type MeasureName } from '../metrics/measures.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import type { Estimate } from '../statistics/wilson.ts';
import type { System } from '../system/system.ts';
import { runCases, type RunOptions } from './run-cases.ts';

/** What a new document needs: found, quoted, and refused only where it is silent. */
const SHOWN: readonly MeasureName[] = ['right', 'evidenceCited', 'abstained', 'falseRefusals', 'abstainedAtFive', 'confidenceAuc', 'recall1', 'recall5'];

/** One figure, with and without the questions that were written about the document; `difference` is without minus with. */
export interface LeftOutFigure {
  measure: MeasureName;
  without: Estimate;
  with: Estimate;
  difference: Estimate;
}

export interface LeftOut {
  /** Id of the document, or absent for all rounds together. */
  documentId?: string;
  /** Questions asked with an answer in the document; those to abstain are asked in every round. */
  toAnswer: number;
  toAbstain: number;
  figures: LeftOutFigure[];
}

export interface LeaveOneDocumentOut {
  rounds: LeftOut[];
  all: LeftOut;
  asked: { documentId: string; caseId: string; right: boolean; abstained?: boolean; confidence?: number }[];
}

export interface LeaveOneOutRequest {
  /** The same cases, asked of the assistant as it is. */
  originals: readonly CaseResult[];
  documents: Documents;
  /** The assistant as if nobody had written questions about this document. */
  without: (documentId: string) => Promise<System>;
  options: RunOptions;
  onRound?: (documentId: string, total: number) => void;
}

/** Questions of one round, asked with and without, in the same order. */
interface Asked {
  documentId: string;
  before: readonly CaseResult[];
  after: readonly CaseResult[];
}

/**
 * What the assistant does with a document that was just added. For each document in turn everything that was written about
 * it to learn from is taken away, and the cases with evidence in it are asked, as are all cases to abstain. Weights that
 * were fitted on all documents stay, so the figures still flatter a little.
 */
export async function leaveOneDocumentOut({ originals, documents, without, options, onRound }: LeaveOneOutRequest): Promise<LeaveOneDocumentOut> {
  const asked: Asked[] = [];
  for (const documentId of documents.keys()) {
    const before = originals.filter(({ case: { abstain, evidence } }) => abstain || evidence.some(({ anyOf }) => anyOf.some((quote) => quote.documentId === documentId)));
    if (before.every((result) => result.case.abstain)) continue;
    onRound?.(documentId, before.length);
    const after = await runCases(await without(documentId), before.map((result) => result.case), documents, options);
    asked.push({ documentId, before, after });
  }
  const together = { before: asked.flatMap(({ before }) => before), after: asked.flatMap(({ after }) => after) };
  return {
    rounds: asked.map((round) => ({ documentId: round.documentId, ...figures(round) })),
    all: figures(together),
    asked: asked.flatMap(({ documentId, after }) =>
      after.map(({ case: { id }, ask: { confidence }, scores: { right, abstained } }) => ({
        documentId,
        caseId: id,
        right,
        ...(abstained !== undefined && { abstained }),
        ...(confidence !== undefined && { confidence }),
      })),
    ),
  };
}

function figures({ before, after }: Pick<Asked, 'before' | 'after'>): Omit<LeftOut, 'documentId'> {
  const toAbstain = after.filter((result) => result.case.abstain).length;
  return {
    toAnswer: after.length - toAbstain,
    toAbstain,
    figures: SHOWN.map((measure) => ({
      measure,
      without: estimate(measureOf(measure), after),
      with: estimate(measureOf(measure), before),
      difference: estimateDifference(measureOf(measure), after, before),
    })),
  };
}
