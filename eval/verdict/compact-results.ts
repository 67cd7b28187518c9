import { readFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import type { Evaluation } from '../run/evaluation.ts';
import { CaseFileError } from '../load/load-cases.ts';
import { valueOf } from '../metrics/estimate.ts';
import type { Measure } from '../metrics/measure.ts';
import { MEASURES } from '../metrics/measures.ts';
import type { CaseResult } from '../metrics/score-case.ts';

/** What is compared case by case; whether a case is right stands apart. */
export const COMPARED: readonly Measure[] = MEASURES.filter((measure: Measure) => measure.compared);

/** The figures of one case that are worth comparing between runs. */
const CompactCase = z.strictObject({
  right: z.boolean(),
  /** Absent when there was no usable answer. */
  abstained: z.boolean().optional(),
  /** By name of the measure, of those that are compared and are about the case. */
  figures: z.record(z.string(), z.number()),
});
export type CompactCase = z.infer<typeof CompactCase>;

/** What `eval/baseline.json` holds: small enough to commit, enough to compare case by case. */
export const CompactResults = z.object({
  format: z.literal('bekostigingswijzer-evaluatie-2'),
  createdAt: z.string(),
  cases: z.record(z.string(), CompactCase),
});
export type CompactResults = z.infer<typeof CompactResults>;

export function compactCase(result: CaseResult): CompactCase {
  const { right, abstained } = result.scores;
  const figures = COMPARED.flatMap((measure) => {
    const value = valueOf(measure, result);
    return value === undefined ? [] : [[measure.name, rounded(value)] as const];
  });
  return { right, ...(abstained !== undefined && { abstained }), figures: Object.fromEntries(figures) };
}

export function compactResults({ createdAt, results }: Evaluation): CompactResults {
  return {
    format: 'bekostigingswijzer-evaluatie-2',
    createdAt,
    cases: Object.fromEntries(results.map((result) => [result.case.id, compactCase(result)])),
  };
}

/** Sorted by case, one line each: a change reads well in a diff. */
export function compactJson({ format, createdAt, cases }: CompactResults): string {
  const lines = Object.entries(cases)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, figures]) => `    ${JSON.stringify(id)}: ${JSON.stringify(figures)}`);
  return `{\n  "format": ${JSON.stringify(format)},\n  "createdAt": ${JSON.stringify(createdAt)},\n  "cases": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/**
 * Reads a baseline, or the `evaluation.json` of an earlier run.
 * @throws CaseFileError when it is neither
 */
export async function readCompactResults(path: string): Promise<CompactResults> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CaseFileError([`${path} is niet te lezen. Geef met --compare een eerder resultaat, of maak het met --update-baseline.`]);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const inner = (value as { compact?: unknown } | undefined)?.compact ?? value;
  const parsed = CompactResults.safeParse(inner);
  if (parsed.success) return parsed.data;
  throw new CaseFileError([`${path} is geen resultaat van deze evaluatie. Maak het opnieuw met --update-baseline.`]);
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
