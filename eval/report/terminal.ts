import pc from 'picocolors';
import { failedParts } from '../metrics/failed-parts.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { summariseBy, type Summary } from '../metrics/summary.ts';
import type { Estimate } from '../statistics/wilson.ts';
import { ANSWER_MEASURES, RETRIEVAL_MEASURES } from './measures.ts';

const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3).replace('.', ','));
const estimate = ({ value, low, high, n }: Estimate): string =>
  n === 0 ? '–' : `${share(value)}  ${pc.dim(`${share(low)}–${share(high)}  n=${n}`)}`;

/** All figures of a set, one line each. */
export function summaryLines(summary: Summary): string[] {
  const lines = [...ANSWER_MEASURES, ...RETRIEVAL_MEASURES]
    .filter(({ name }) => summary[name].n > 0)
    .map(({ name, label }) => `${label.padEnd(26)} ${estimate(summary[name])}`);
  return [
    ...lines,
    `${'Tijd p50 / p95'.padEnd(26)} ${Math.round(summary.latencyP50Ms)} / ${Math.round(summary.latencyP95Ms)} ms`,
    `${'Aangehaalde tekens'.padEnd(26)} ${Math.round(summary.quotedCharacters)}`,
    ...(summary.failures > 0 ? [pc.red(`${'Zonder bruikbaar antwoord'.padEnd(26)} ${summary.failures}`)] : []),
  ];
}

/** One line per group: a few figures side by side. */
export function groupLines(results: readonly CaseResult[], title: string, keys: (result: CaseResult) => readonly string[]): string[] {
  const columns = [
    ['goed', (s: Summary) => s.right.value],
    ['bewijs', (s: Summary) => s.evidenceCited.value],
    ['kernf.', (s: Summary) => s.vitalFacts.value],
    ['nietgea.', (s: Summary) => s.abstained.value],
    ['onterecht', (s: Summary) => s.falseRefusals.value],
    ['nDCG', (s: Summary) => s.ndcg10.value],
    ['r@1', (s: Summary) => s.recall1.value],
    ['r@5', (s: Summary) => s.recall5.value],
  ] as const;
  const head = pc.bold(title.padEnd(28)) + pc.dim('n'.padStart(5) + columns.map(([name]) => name.padStart(10)).join(''));
  const rows = [...summariseBy(results, keys)].map(
    ([key, summary]) => key.padEnd(28) + String(summary.cases).padStart(5) + columns.map(([, value]) => share(value(summary)).padStart(10)).join(''),
  );
  return [head, ...rows];
}

/** The cases that were not right, with what failed. */
export function failureLines(results: readonly CaseResult[]): string[] {
  return results
    .filter(({ scores }) => !scores.right)
    .map((result) => `${result.case.id.padEnd(28)} ${failedParts(result).join(', ').padEnd(40)} ${pc.dim(result.case.question.replace(/\s+/g, ' ').slice(0, 90))}`);
}
