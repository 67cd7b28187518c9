import type { Evaluation } from '../run/evaluation.ts';
import { decimal, interval, number, percent, signed } from '../report/format.ts';
import { mean } from '../statistics/quantile.ts';
import { casesForVerdict, freshCases } from './cases-for-verdict.ts';
import type { Check } from './check.ts';
import { checkAnswers } from './check-answers.ts';
import type { Thresholds } from './thresholds.ts';

export interface Verdict {
  /** Every threshold that could be tested was met, and none had too few cases. */
  passed: boolean;
  outcome: 'voldoet' | 'voldoet-niet' | 'niet-te-beoordelen';
  checks: Check[];
  /** Which half the answer thresholds were tested on. */
  testedOn: 'test' | 'tune' | 'selection';
  /** The cases of fresh hands decide where there are any. */
  fresh: boolean;
  /** Thresholds whose part was not measured in this run: nothing is known of them, good or bad. */
  untested: string[];
}

/** Holds the figures of a run against the thresholds. */
export function judgeRun(evaluation: Evaluation, thresholds: Thresholds): Verdict {
  const { testedOn, results } = casesForVerdict(evaluation.results);
  const checks: Check[] = [];
  const untested: string[] = [];
  const add = (id: string, label: string, passed: boolean, measured: string, required: string, detail = ''): void =>
    void checks.push({ id, label, passed, outcome: passed ? 'gehaald' : 'niet-gehaald', measured, required, detail });

  for (const threshold of thresholds.answers) {
    const check = checkAnswers(threshold, results);
    if (check) checks.push(check);
    else untested.push(threshold.label);
  }
  if (thresholds.failures) {
    const failures = evaluation.results.filter(({ ask }) => ask.error).length;
    add('failures', 'Vragen zonder bruikbaar antwoord', failures <= thresholds.failures.max, number(failures), `≤ ${thresholds.failures.max}`);
  }
  if (thresholds.latency) {
    if (!evaluation.latency) untested.push('Tijd per antwoord (p95)');
    else {
      const { p95Ms, n } = evaluation.latency;
      add('latency', 'Tijd per antwoord (p95)', p95Ms <= thresholds.latency.maxP95Ms, `${number(p95Ms)} ms`, `≤ ${number(thresholds.latency.maxP95Ms)} ms`, `n = ${n}`);
    }
  }
  if (thresholds.aheadOfBaselines) {
    const own = evaluation.collections?.[0];
    if (!own) untested.push('Boven de andere systemen (nDCG@10)');
    for (const { id, label, ahead } of own?.systems.filter(({ role }) => role === 'baseline') ?? []) {
      const { value, low } = ahead.ndcg10;
      add(`ahead-${id}`, `nDCG@10 boven: ${label}`, low > 0, signed(value, decimal), 'interval boven 0', interval(ahead.ndcg10, (bound) => signed(bound, decimal)));
    }
  }
  if (thresholds.distractors) {
    const { maxLoss, maxSupersededCited } = thresholds.distractors;
    if (!evaluation.distractors) untested.push('Met oude wetten in de index');
    else {
      const { evidenceCited, supersededCited, n } = evaluation.distractors;
      // A difference of exactly two points must not fail on the last bit.
      add('distractors-loss', 'Bewijs verloren met oude wetten in de index', -evidenceCited.value <= maxLoss + 1e-9, percent(Math.max(0, -evidenceCited.value)), `≤ ${percent(maxLoss)}`, `verschil ${interval(evidenceCited, (bound) => signed(bound, percent))}`);
      add('distractors-cited', 'Oude wetten aangehaald alsof ze gelden', supersededCited.length <= maxSupersededCited, String(supersededCited.length), `≤ ${maxSupersededCited}`, `${n} vragen`);
    }
  }
  if (thresholds.robustness) {
    const variations = evaluation.robustness;
    if (!variations) untested.push('Andere schrijfwijzen');
    else {
      const losses = variations.filter(({ evidenceCited }) => evidenceCited.n > 0).map(({ evidenceCited }) => -evidenceCited.value);
      const loss = losses.length === 0 ? 0 : mean(losses);
      add('robustness', 'Bewijs verloren door andere schrijfwijzen', loss <= thresholds.robustness.maxLoss + 1e-9, percent(Math.max(0, loss)), `≤ ${percent(thresholds.robustness.maxLoss)}`, `gemiddelde van ${losses.length} schrijfwijzen`);
    }
  }
  if (thresholds.rules) {
    if (!evaluation.rules) untested.push('Regelcheck');
    else {
      const { scenarios, faults, citations, generated } = evaluation.rules;
      const failed = scenarios.filter(({ differences, error }) => differences.length > 0 || error !== undefined).length + faults.length + citations.invalid;
      add('rules', 'Regelcheck: fouten', failed <= thresholds.rules.maxFailures, String(failed), `≤ ${thresholds.rules.maxFailures}`, `${scenarios.length} scenario’s, ${generated} gegenereerde situaties`);
    }
  }
  if (thresholds.selfTest) {
    if (!evaluation.selfTest) untested.push('Zelftest van de beoordeling');
    else {
      const { rows, misscored } = evaluation.selfTest;
      const trials = rows.flatMap((row) => row.trials);
      const missed = trials.filter(({ caught }) => !caught).length + misscored.length;
      add('self-test', 'Zelftest van de beoordeling: gemist', missed <= thresholds.selfTest.maxMissed, String(missed), `≤ ${thresholds.selfTest.maxMissed}`, `${trials.length} foute en ${evaluation.selfTest.references} goede antwoorden`);
    }
  }
  const outcome = checks.some((check) => check.outcome === 'niet-gehaald') ? 'voldoet-niet' : checks.some((check) => check.outcome === 'onbekend') ? 'niet-te-beoordelen' : 'voldoet';
  return { passed: outcome === 'voldoet', outcome, checks, testedOn: evaluation.selection === undefined ? testedOn : 'selection', fresh: freshCases(results).fresh, untested };
}
