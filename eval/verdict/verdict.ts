import type { Evaluation } from '../run/evaluation.ts';
import { measureOf } from '../metrics/measures.ts';
import { summarise } from '../metrics/summary.ts';
import { decimal, interval, number, percent, signed } from '../report/format.ts';
import { mean } from '../statistics/quantile.ts';
import { casesForVerdict } from './cases-for-verdict.ts';
import type { Thresholds } from './thresholds.ts';

/** One threshold and how it came out. */
export interface Check {
  id: string;
  /** Dutch. */
  label: string;
  passed: boolean;
  /** As shown: "0,93", "2 van 80". */
  measured: string;
  required: string;
  /** Interval and number of cases, where there are. */
  detail: string;
}

export interface Verdict {
  /** Every threshold that could be tested was met. */
  passed: boolean;
  checks: Check[];
  /** Which half the answer thresholds were tested on. */
  testedOn: 'test' | 'tune' | 'selection';
  /** Thresholds whose part was not measured in this run. */
  untested: string[];
}

/** Holds the figures of a run against the thresholds. */
export function judgeRun(evaluation: Evaluation, thresholds: Thresholds): Verdict {
  const { testedOn, results } = casesForVerdict(evaluation.results);
  const checks: Check[] = [];
  const untested: string[] = [];
  const add = (id: string, label: string, passed: boolean, measured: string, required: string, detail = ''): void =>
    void checks.push({ id, label, passed, measured, required, detail });

  const summary = summarise(results);
  for (const { measure, label, min, max } of thresholds.answers) {
    const estimate = summary[measure];
    if (estimate.n === 0) {
      untested.push(label);
      continue;
    }
    const show = measureOf(measure).show === 'score' ? decimal : percent;
    const passed = min !== undefined ? estimate.value >= min : estimate.value <= max!;
    add(measure, label, passed, show(estimate.value), min !== undefined ? `≥ ${show(min)}` : `≤ ${show(max!)}`, interval(estimate, show));
  }
  if (thresholds.failures) {
    const failures = evaluation.results.filter(({ ask }) => ask.error).length;
    add('failures', 'Vragen zonder bruikbaar antwoord', failures <= thresholds.failures.max, number(failures), `≤ ${thresholds.failures.max}`);
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
  return { passed: checks.every(({ passed }) => passed), checks, testedOn: evaluation.selection === undefined ? testedOn : 'selection', untested };
}
