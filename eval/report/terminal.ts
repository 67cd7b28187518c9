import pc from 'picocolors';
import { failedParts } from '../metrics/failed-parts.ts';
import type { Measure } from '../metrics/measure.ts';
import { MEASURES, measureOf, type MeasureName } from '../metrics/measures.ts';
import { readerRemarks } from '../metrics/reader-remarks.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { byDistance, byHand, type Part } from '../metrics/splits.ts';
import { summarise, summariseBy, type Summary } from '../metrics/summary.ts';
import type { Evaluation } from '../run/evaluation.ts';
import type { LeaveOneDocumentOut } from '../run/leave-one-document-out.ts';
import type { Estimate } from '../statistics/wilson.ts';
import type { Comparison } from '../verdict/comparison.ts';
import { fiveFigures } from '../verdict/five-figures.ts';
import type { Check } from '../verdict/check.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { handsLine, verdictLine } from '../verdict/verdict-words.ts';
import { decimal, duration, number, percent, signed } from './format.ts';

const estimate = ({ value, low, high, n }: Estimate, show: (value: number) => string = decimal): string =>
  n === 0 ? '–' : `${show(value)}  ${pc.dim(`${show(low)}–${show(high)}  n=${n}`)}`;

const WIDTH = Math.max(...MEASURES.map(({ label }) => label.length));

/** All figures of a set, one line each. */
export function summaryLines(summary: Summary): string[] {
  const lines = MEASURES.filter(({ name }) => summary[name].n > 0).map((measure: Measure<MeasureName>) => `${measure.label.padEnd(WIDTH)} ${estimate(summary[measure.name], measure.show === 'number' ? number : decimal)}`);
  return [
    ...lines,
    `${'Aangehaalde tekens'.padEnd(WIDTH)} ${Math.round(summary.quotedCharacters)}`,
    ...(summary.failures > 0 ? [pc.red(`${'Zonder bruikbaar antwoord'.padEnd(WIDTH)} ${summary.failures}`)] : []),
  ];
}

/** One line per group: a few figures side by side. */
export function groupLines(results: readonly CaseResult[], title: string, keys: (result: CaseResult) => readonly string[]): string[] {
  const columns = MEASURES.filter((measure: Measure) => measure.column !== undefined);
  const head = pc.bold(title.padEnd(28)) + pc.dim('n'.padStart(5) + columns.map(({ column }: Measure) => column!.padStart(10)).join(''));
  const rows = [...summariseBy(results, keys)].map(
    ([key, summary]) => key.padEnd(28) + String(summary.cases).padStart(5) + columns.map((measure: Measure<MeasureName>) => (measure.show === 'number' ? number : decimal)(summary[measure.name].value).padStart(10)).join(''),
  );
  return [head, ...rows];
}

/** The same columns for parts that come with their results. */
export const partLines = (title: string, parts: readonly Part[]): string[] => (parts.length === 0 ? [] : groupLines([...new Set(parts.flatMap(({ results }) => results))], title, (result) => parts.filter((part) => part.results.includes(result)).map(({ label }) => label)));

/** Figures of each document as if it were new, beside those with questions about it. */
export function leftOutLines({ rounds, all }: LeaveOneDocumentOut): string[] {
  return [...rounds, all].flatMap(({ documentId, toAnswer, toAbstain, figures }) => [
    '',
    pc.bold(documentId === undefined ? 'Alle nieuwe documenten samen' : `Als nieuw document: ${documentId}`) + pc.dim(`  ${toAnswer} met en ${toAbstain} zonder antwoord`),
    ...figures
      .filter(({ without }) => without.n > 0)
      .map(({ measure, without, with: given, difference: { value, low, high } }) => {
        const change = `verschil ${signed(value, decimal)} (${signed(low, decimal)} tot ${signed(high, decimal)})`;
        return `${measureOf(measure).label.padEnd(WIDTH)} ${estimate(without)}  ${pc.dim(`met vragen ${decimal(given.value)}; ${change}`)}`;
      }),
  ]);
}

/** The cases that were not right or that a reader would object to, with why. */
export function failureLines(results: readonly CaseResult[]): string[] {
  return results
    .map((result) => ({ result, wrong: [...failedParts(result), ...readerRemarks(result)] }))
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ result, wrong }) => `${result.case.id.padEnd(28)} ${wrong.join(', ').padEnd(40)} ${pc.dim(result.case.question.replace(/\s+/g, ' ').slice(0, 90))}`);
}

/** A case in full: what was asked, answered, found and missed. */
export function caseLines(result: CaseResult): string[] {
  const { case: asked, ask, scores } = result;
  const sign = (good: boolean): string => (good ? pc.green('✓') : pc.red('✗'));
  return [
    pc.bold(`${asked.id}  ${asked.question}`),
    ...asked.history.map(({ role, content }) => pc.dim(`  ${role}: ${content}`)),
    scores.right ? pc.green('goed') : pc.red(failedParts(result).join('; ') || 'niet goed'),
    ...readerRemarks(result).map((remark) => pc.yellow(`! ${remark}`)),
    ask.error ? ask.error.message : (ask.answer?.answer ?? ''),
    ...(ask.answer?.citations ?? []).map(({ n, documentId, page, quote }) => `  [${n}] ${documentId} p. ${page}: ${pc.dim(quote)}`),
    ...asked.evidence.map(({ anyOf }, at) => `${sign(scores.citations.itemsCited[at]!)} bewijs: ${anyOf.map(({ documentId, quote }) => `${documentId}: ${quote}`).join('\n      of: ')}`),
    ...scores.keyFacts.map(({ pattern, found }) => `${sign(found)} kernfeit: ${pattern}`),
    ...(asked.abstain ? [`  had niet moeten antwoorden: ${asked.why ?? ''}`] : []),
    ...(scores.retrieval ? [`  zoeken: eerste bewijs op plaats ${scores.retrieval.firstRank ?? '–'}`] : []),
  ];
}

const SIGNS: Record<Check['outcome'], string> = { gehaald: pc.green('✓'), 'niet-gehaald': pc.red('✗'), onbekend: pc.yellow('?') };

/** What a run says on the screen. */
export function reportLines(evaluation: Evaluation, verdict: Verdict, comparison: Comparison | undefined, failures: boolean): string[] {
  const { results, leaveOneDocumentOut, collections, robustness, distractors, notes, durationMs, selection, latency } = evaluation;
  const halves = (['tune', 'test'] as const).map((split) => ({ split, some: results.filter((result) => result.case.split === split) })).filter(({ some }) => some.length > 0);
  return [
    ...groupLines(results, 'soort', (result) => [result.case.type]),
    ...groupLines(results, 'document', (result) => result.case.evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId))),
    ...partLines('hand', byHand(results)),
    ...partLines('afstand tot geleerde vraag', byDistance(results)),
    ...(failures ? ['', pc.bold('Niet goed'), ...failureLines(results)] : []),
    ...halves.flatMap(({ split, some }) => ['', pc.bold(split === 'test' ? 'Bevroren helft' : 'Ontwikkelhelft'), ...summaryLines(summarise(some))]),
    ...(leaveOneDocumentOut ? leftOutLines(leaveOneDocumentOut) : []),
    ...(collections ?? []).flatMap(({ name, systems }) => [
      '',
      pc.bold(name),
      ...systems.map(({ label, means, ahead }) =>
        `${label.padEnd(46)} nDCG ${decimal(means.ndcg10.value)}  r@1 ${decimal(means.recall1.value)}  r@5 ${decimal(means.recall5.value)}  ${pc.dim(`voor ${signed(ahead.ndcg10.value, decimal)} (${decimal(ahead.ndcg10.low)} tot ${decimal(ahead.ndcg10.high)})`)}`,
      ),
    ]),
    ...[...(robustness ?? []), ...(distractors ? [distractors] : [])].map(
      ({ label, n, evidenceCited, recall5, right }) => `${label.padEnd(34)} n=${String(n).padEnd(4)} bewijs ${signed(evidenceCited.value, percent)}  recall@5 ${signed(recall5.value, percent)}  goed ${signed(right.value, percent)}`,
    ),
    ...(comparison ? ['', `Sinds ${comparison.createdAt.slice(0, 16)}: ${comparison.better.length} beter, ${comparison.worse.length} slechter ${pc.dim(comparison.worse.slice(0, 20).join(' '))}`] : []),
    ...notes.map((note) => pc.yellow(`! ${note}`)),
    '',
    ...(selection === undefined ? verdict.checks.map(({ label, outcome, measured, required, detail }) => `${SIGNS[outcome]} ${label.padEnd(42)} ${measured.padStart(8)}  ${required.padEnd(30)} ${pc.dim(detail)}`) : []),
    ...(selection === undefined ? verdict.untested.map((label) => `${pc.dim('–')} ${label.padEnd(42)} ${pc.dim('niet gemeten')}`) : []),
    '',
    ...fiveFigures(results, verdict).map(({ label, shown, says, check }) => `${check ? SIGNS[check.outcome] : ' '} ${label.padEnd(18)} ${pc.bold(shown.padStart(8))} ${says}`),
    '',
    pc.bold((verdict.testedOn === 'selection' ? pc.dim : verdict.passed ? pc.green : pc.red)(verdictLine(verdict))) + (verdict.testedOn === 'selection' ? '' : pc.dim(` ${handsLine(verdict)}`)),
    pc.dim(`${latency ? `Tijd per antwoord p50 ${number(latency.p50Ms)} ms, p95 ${number(latency.p95Ms)} ms (n = ${latency.n}). ` : ''}${results.length} vragen in ${duration(durationMs)}`),
  ];
}
