import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CALIBRATION, type Calibration } from '../../server/answer/calibration.ts';
import { linear } from '../../server/answer/linear-model.ts';
import type { Finding } from '../../server/answer/answerer.ts';
import { readConfig } from '../../server/config.ts';
import { loadEngine, loadModels } from '../../server/engine.ts';
import { Metrics } from '../../server/metrics.ts';
import { loadCases } from '../case/load-cases.ts';
import type { EvaluationCase } from '../case/evaluation-case.ts';
import { coverage, COVERED, placesOf } from '../metrics/coverage.ts';
import { fitLogistic, type Example } from './logistic.ts';

/**
 * Learns from the tune half what a sentence that answers looks like, and what a question looks like
 * that the sources answer; writes `server/answer/calibration.json`. The frozen half takes no part.
 * `npm run calibrate`; takes some minutes.
 */

const CASES = fileURLToPath(new URL('../cases', import.meta.url));
const TARGET = fileURLToPath(new URL('../../server/answer/calibration.json', import.meta.url));
/** Part of the answerable tune questions that may be refused with both models at work (out of fold). */
const REFUSED = 0.04;
const REFUSED_WITHOUT_MODEL = 0.08;
const REFUSED_LEXICAL = 0.15;
const FOLDS = 6;
/** Penalties by cross-validation over the tune half; the optimum is flat. */
const SENTENCE_PENALTY = 1;
const QUESTION_PENALTY = 0.5;
const ANSWERABILITY_PENALTY = 3;

const SENTENCE_FEATURES = [
  'late', 'passage', 'rank', 'coverage', 'coverageWindow', 'coverageLead', 'named', 'kind', 'length', 'heading', 'footnote', 'table',
  'lateGap', 'lateWindowGap', 'coverageGap', 'coverageWindowGap',
]; // prettier-ignore
const ANSWERABILITY_FEATURES = [
  'bestAnswer', 'secondAnswer', 'question', 'late', 'meanCited', 'coverageCited', 'known', 'uncitedSpecific', 'short',
  'asksCode', 'asksMoney', 'asksQuantity', 'asksContact', 'kindMissing', 'instruction', 'english',
]; // prettier-ignore
/** What words alone can tell. */
const LEXICAL_FEATURES = new Set(['bestAnswer', 'secondAnswer', 'question', 'late', 'meanCited']);

interface Observation {
  case: EvaluationCase;
  finding: Finding;
}

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const models = await loadModels(config);
const engine = await loadEngine(config.indexDir, models, new Metrics());
const cases = await loadTuneCases();
const observe = async ({ answerer }: Pick<typeof engine, 'answerer'>, passagesRead?: number): Promise<Observation[]> => {
  const observations: Observation[] = [];
  for (const one of cases) {
    observations.push({ case: one, finding: await answerer.find(one.question, one.history, {}, passagesRead) });
    if (observations.length % 50 === 0) console.log(`${observations.length} van ${cases.length} vragen bekeken`);
  }
  return observations;
};

// 1. Sentences: learned first, since the choice of quotes feeds the features of the second model.
const first = await observe(engine, 0);
const sentence = fitLogistic(first.flatMap(sentenceExamples), SENTENCE_FEATURES, SENTENCE_PENALTY, 300);

// 2. Questions: the vector's part is used out of fold, or the second model would trust it too much.
const second = await observe(await loadEngine(config.indexDir, models, new Metrics(), { ...CALIBRATION, sentence }));
const question = fitQuestion(second);
const held = outOfFold(second, fitQuestion, ({ finding }, model) => scoreVector(finding, model));
const examples = second.map(({ case: one, finding }, i): Example => ({ features: { ...finding.features, question: held[i]! }, label: !one.abstain }));
const fit = (some: readonly Example[]) => fitLogistic(some, ANSWERABILITY_FEATURES, ANSWERABILITY_PENALTY);
const answerability = fit(examples);
const without = (names: ReadonlySet<string>) => outOfFold(examples, fit, ({ features }, model) => linear(Object.fromEntries(Object.entries(features).filter(([name]) => !names.has(name))), model));
const full = without(new Set());
const thresholds = {
  full: quantile(full, REFUSED),
  withoutAnswerModel: quantile(without(new Set(['bestAnswer', 'secondAnswer'])), REFUSED_WITHOUT_MODEL),
  lexical: quantile(without(LEXICAL_FEATURES), REFUSED_LEXICAL),
};
await save({ modelSha256: engine.index.manifest.model.sha256, sentence, answerability, question, thresholds });
const refused = full.filter((score, i) => !examples[i]!.label && score < thresholds.full).length;
console.log(`Buiten de eigen vouw: ${refused} van ${examples.filter(({ label }) => !label).length} onbeantwoordbare vragen geweigerd bij ${REFUSED * 100} % terechte vragen.`);

async function loadTuneCases(): Promise<EvaluationCase[]> {
  const texts = new Map([...engine.index.documents].map(([id, { text }]) => [id, text]));
  const all = await loadCases(CASES, texts);
  return all.filter(({ split }) => split === 'tune');
}

function sentenceExamples({ case: one, finding }: Observation): Example[] {
  if (one.abstain) return [];
  return finding.candidates.map((candidate) => {
    const range = { documentId: candidate.document.id, start: candidate.start, end: candidate.end };
    const label = one.evidence.some((item) => placesOf(item).some((place) => coverage(place, [range]) >= COVERED));
    return { features: { ...candidate.features }, label };
  });
}

function fitQuestion(observations: readonly Observation[]): Calibration['question'] {
  const size = observations[0]!.finding.retrieval.queryVector!.length;
  const names = Array.from({ length: size }, (_, i) => String(i));
  const model = fitLogistic(
    observations.map(({ case: one, finding }) => ({ features: Object.fromEntries([...finding.retrieval.queryVector!].map((x, i) => [String(i), x])), label: !one.abstain })),
    names,
    QUESTION_PENALTY * observations.length,
  );
  const weights = names.map((name) => model.terms[name]!.weight);
  return { bias: model.bias - names.reduce((sum, name) => sum + model.terms[name]!.weight * model.terms[name]!.mean, 0), weights };
}

function scoreVector(finding: Finding, { bias, weights }: Calibration['question']): number {
  return weights.reduce((sum, weight, i) => sum + weight * finding.retrieval.queryVector![i]!, bias);
}

/** Each item scored by a model that was learned without its fold. */
function outOfFold<T, M>(items: readonly T[], learn: (some: readonly T[]) => M, score: (item: T, model: M) => number): number[] {
  const scores = new Array<number>(items.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn(items.filter((_, i) => i % FOLDS !== fold));
    items.forEach((item, i) => {
      if (i % FOLDS === fold) scores[i] = score(item, model);
    });
  }
  return scores;
}

/** The score below which `share` of the answerable questions lies. */
function quantile(scores: readonly number[], share: number): number {
  const answerable = scores.filter((_, i) => examples[i]!.label).sort((a, b) => a - b);
  return answerable[Math.floor(answerable.length * share)]!;
}

async function save(part: Partial<Calibration>): Promise<void> {
  const old = JSON.parse(await readFile(TARGET, 'utf8')) as Calibration;
  await writeFile(TARGET, `${JSON.stringify({ ...old, ...part }, round)}\n`);
}

function round(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
