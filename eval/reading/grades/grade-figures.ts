import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { valueOf } from '../../metrics/estimate.ts';
import type { Documents } from '../../metrics/citations.ts';
import type { Measure } from '../../metrics/measure.ts';
import { MEASURES } from '../../metrics/measures.ts';
import { scoreCase, type CaseResult } from '../../metrics/score-case.ts';
import { bootstrapMean } from '../../statistics/bootstrap.ts';
import { kappaEstimate, NOMINAL, QUADRATIC } from '../../statistics/kappa.ts';
import { mean } from '../../statistics/quantile.ts';
import { spearmanEstimate } from '../../statistics/spearman.ts';
import { wilson, type Estimate } from '../../statistics/wilson.ts';
import { answerKey, caseKey, caseKeyOf } from '../reading-item.ts';
import type { Grade } from '../scale.ts';
import { programGrade } from './program-grade.ts';
import type { GradedAnswer, ReadGrades } from './read-grades.ts';

/** Two readers on the answers that both graded. */
export interface Agreement {
  readers: [string, string];
  same: Estimate;
  kappa: Estimate;
  weighted: Estimate;
}

/** An answer with what its readers think of it, and what the program does. */
export interface ReadAnswer {
  caseId: string;
  question: string;
  grades: { reader: string; grade: Grade; remark?: string }[];
  mean: number;
  program?: number;
}

export interface GradeFigures {
  readers: { name: string; n: number; mean: number; counts: number[] }[];
  /** Mean grade of an answer, over its readers. */
  grade: Estimate;
  agreement: Agreement[];
  /** Rank correlation of the readers' mean with the program's own grade, and with each measure; more is better for all. */
  program: Estimate;
  measures: { name: string; label: string; correlation: Estimate }[];
  /** Lowest first. */
  answers: ReadAnswer[];
  /** Dutch: what could not be used. */
  notes: string[];
}

/** Corrections of readers that became draft cases. */
export interface Drafts {
  /** Files written, with how many cases each. */
  files: { path: string; cases: number }[];
  /** Dutch: what keeps a correction from becoming a case. */
  notes: string[];
}

interface Rated extends ReadAnswer {
  result: CaseResult;
}

/** What readers think, how far they agree, and how well the measures of the very answers they read predict it. */
export function gradeFigures({ graded, answers }: ReadGrades, cases: readonly EvaluationCase[], documents: Documents): GradeFigures {
  const byKey = new Map(cases.map((one) => [caseKey(one.id), one]));
  const notes = new Set<string>();
  const rated: Rated[] = [];
  for (const [key, those] of groupByKey(graded.filter(({ grade }) => grade !== undefined))) {
    const asked = byKey.get(caseKeyOf(key));
    const answer = answers.get(key)!;
    if (!asked) notes.add(`${those[0]!.place}: de vraag bij deze key is er niet meer; het cijfer telt niet mee.`);
    else if (answerKey(asked.id, answer) !== key) notes.add(`${those[0]!.place}: het antwoord op ${asked.id} is veranderd sinds het werd gelezen; het cijfer telt niet mee.`);
    else {
      if (answer.citations.some(({ documentId, documentSha256 }) => documents.get(documentId)?.sha256 !== documentSha256)) {
        notes.add('Sommige antwoorden zijn gelezen bij een andere versie van de documenten; hun citaten tellen nu als ongeldig.');
      }
      const ask = { answer, latencyMs: NaN };
      const result: CaseResult = { case: asked, ask, scores: scoreCase(asked, ask, undefined, documents) };
      const grades = those.map(({ reader, grade, remark }) => ({ reader, grade: grade!, ...(remark !== undefined && { remark }) }));
      const program = programGrade(result);
      rated.push({ caseId: asked.id, question: asked.question, grades, mean: mean(grades.map(({ grade }) => grade)), ...(program !== undefined && { program }), result });
    }
  }
  const predicts = (value: (one: Rated) => number | undefined): Estimate =>
    spearmanEstimate(rated.flatMap((one) => known(value(one)).map((figure): [number, number] => [figure, one.mean])));
  return {
    readers: readersOf(rated),
    grade: bootstrapMean(rated.map((one) => one.mean)),
    agreement: agreements(rated),
    program: predicts(({ program }) => program),
    measures: MEASURES.map((measure: Measure) => {
      const sign = measure.lowerIsBetter ? -1 : 1;
      const correlation = predicts(({ result }) => known(valueOf(measure, result)).map((value) => sign * value)[0]);
      return { name: measure.name, label: measure.label, correlation };
    })
      .filter(({ correlation }) => !Number.isNaN(correlation.value))
      .sort((a, b) => b.correlation.value - a.correlation.value),
    answers: rated.map(({ result: _, ...one }) => one).sort((a, b) => a.mean - b.mean || spread(b) - spread(a)),
    notes: [...notes],
  };
}

/** How far apart the readers of an answer are. */
export const spread = ({ grades }: Pick<ReadAnswer, 'grades'>): number =>
  Math.max(...grades.map(({ grade }) => grade)) - Math.min(...grades.map(({ grade }) => grade));

const known = (value: number | undefined): number[] => (value === undefined || Number.isNaN(value) ? [] : [value]);

function groupByKey(graded: readonly GradedAnswer[]): Map<string, GradedAnswer[]> {
  const groups = new Map<string, GradedAnswer[]>();
  for (const one of graded) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return groups;
}

function readersOf(rated: readonly Rated[]): GradeFigures['readers'] {
  return names(rated).map((name) => {
    const grades = rated.flatMap((one) => one.grades.filter(({ reader }) => reader === name).map(({ grade }) => grade));
    return { name, n: grades.length, mean: mean(grades), counts: [0, 1, 2, 3].map((grade) => grades.filter((given) => given === grade).length) };
  });
}

function agreements(rated: readonly Rated[]): Agreement[] {
  const readers = names(rated);
  return readers.flatMap((a, at) =>
    readers.slice(at + 1).flatMap((b): Agreement[] => {
      const pairs = rated.flatMap(({ grades }) => {
        const [left, right] = [a, b].map((name) => grades.find(({ reader }) => reader === name)?.grade);
        return left === undefined || right === undefined ? [] : [[left, right] as const];
      });
      if (pairs.length === 0) return [];
      return [{ readers: [a, b], same: wilson(pairs.filter(([left, right]) => left === right).length, pairs.length), kappa: kappaEstimate(pairs, NOMINAL), weighted: kappaEstimate(pairs, QUADRATIC) }];
    }),
  );
}

const names = (rated: readonly Rated[]): string[] => [...new Set(rated.flatMap(({ grades }) => grades.map(({ reader }) => reader)))].sort((a, b) => a.localeCompare(b, 'nl'));
