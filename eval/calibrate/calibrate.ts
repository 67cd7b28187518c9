import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CALIBRATION } from '../../server/answer/calibration.ts';
import { encodeQuestionModel, scoreQuestion, type QuestionModel } from '../../server/answer/question-model.ts';
import { linear } from '../../server/answer/linear-model.ts';
import type { Finding } from '../../server/answer/answerer.ts';
import { readConfig } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import { loadEngine, loadModels, type Learned, type Models } from '../../server/engine.ts';
import { Metrics } from '../../server/metrics.ts';
import { decodeAdapter, encodeAdapter, type QueryAdapter } from '../../server/retrieval/query-adapter.ts';
import { RememberingEncoder } from '../baselines/remembering-encoder.ts';
import type { EvaluationCase } from '../case/evaluation-case.ts';
import { answerModelIdentity, COMMITTED_SCORES } from '../subject/in-process.ts';
import { RememberingAnswerModel } from '../subject/remembering-answer-model.ts';
import { ScoreMemory } from '../subject/score-memory.ts';
import { adapterExamples, trainingCorpus } from './adapter-examples.ts';
import { fitKernelRidge } from './kernel-ridge.ts';
import { fitLogistic, type Example } from './logistic.ts';
import type { AdapterExample } from './late-interaction-loss.ts';
import { answersOf, loadQuestions, sentenceKey } from './questions.ts';
import { trainQueryAdapter } from './train-query-adapter.ts';

/**
 * Learns, from the tune half and the practice questions, how questions are said in the documents' words, what a sentence
 * that answers looks like, and what a question looks like that the sources answer; writes
 * `query-adapter.json` of `server/retrieval`, `calibration.json` and `question-model.json` of `server/answer`. The frozen half takes no part.
 * `npm run calibrate`; takes an hour, most of it for the adapters. `-- --keep-adapters` learns the rest anew with those of
 * the last run.
 */

const TARGET = fileURLToPath(new URL('../../server/answer/calibration.json', import.meta.url));
const QUESTION_MODEL = fileURLToPath(new URL('../../server/answer/question-model.json', import.meta.url));
const ADAPTER = fileURLToPath(new URL('../../server/retrieval/query-adapter.json', import.meta.url));
/** The adapters of the folds; kept for the next run, not committed. */
const WORK = fileURLToPath(new URL('../../dist/calibrate', import.meta.url));
/** Part of the answerable questions that may be refused with both models at work (out of fold). */
const REFUSED = 0.05;
const REFUSED_WITHOUT_MODEL = 0.06;
const REFUSED_LEXICAL = 0.15;
const FOLDS = 6;
/** Penalties by cross-validation over the tune half; the optimum is flat. */
const SENTENCE_PENALTY = 1;
const ANSWERABILITY_PENALTY = 3;

const SENTENCE_FEATURES = [
  'late', 'passage', 'rank', 'coverage', 'coverageWindow', 'coverageLead', 'named', 'kind', 'length', 'heading', 'footnote', 'table',
  'lateGap', 'lateWindowGap', 'coverageGap', 'coverageWindowGap',
]; // prettier-ignore
const ANSWERABILITY_FEATURES = [
  'bestAnswer', 'secondAnswer', 'question', 'late', 'bestSentence', 'sentenceGap', 'meanSentences', 'meanCited', 'coverageCited', 'known', 'uncitedSpecific', 'short',
  'asksCode', 'asksMoney', 'asksQuantity', 'asksContact', 'kindMissing', 'instruction', 'english',
]; // prettier-ignore
/** What words alone can tell. */
const LEXICAL_FEATURES = new Set(['bestAnswer', 'secondAnswer', 'question', 'late', 'bestSentence', 'sentenceGap', 'meanSentences', 'meanCited']);

/** What is learned next must not trust the adapter more than it deserves: each question is seen through one that never saw it. */
const ADAPTER_FOLDS = 3;

interface Observation {
  case: EvaluationCase;
  finding: Finding;
}

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const loaded = await loadModels(config);
const scoresFile = join(WORK, 'answer-scores.json');
const memory = await ScoreMemory.open(await answerModelIdentity(config.answerModel.dir), [COMMITTED_SCORES, scoresFile]);
const models: Models = {
  encoder: new RememberingEncoder(loaded.encoder),
  ...(loaded.answerModel && { answerModel: new RememberingAnswerModel(loaded.answerModel, memory) }),
};
const engineWith = (learned: Learned) => loadEngine(config.indexDir, models, new Metrics(), learned);
const engine = await engineWith({ adapter: null });
const { documents } = engine.index;
const cases = await loadQuestions(documents);

// 1. The adapter: from the answerable questions; and one for each fold, learned without it.
const lessons = new Map<EvaluationCase, AdapterExample>();
const folds = Array.from({ length: ADAPTER_FOLDS }, (_, fold) => ({ fold, file: join(WORK, `query-adapter-${fold}.json`) }));
if (!process.argv.includes('--keep-adapters')) {
  await mkdir(WORK, { recursive: true });
  const lessonOf = adapterExamples(engine, models);
  for (const one of cases) if (!one.abstain) lessons.set(one, await lessonOf(one));
  for (const { fold, file } of folds) await writeFile(file, encodeAdapter(learnAdapter(cases.filter((_, i) => i % ADAPTER_FOLDS !== fold))));
  await writeFile(ADAPTER, encodeAdapter(learnAdapter(cases)));
}
const adapters = await Promise.all(folds.map(async ({ file }) => decodeAdapter(await readFile(file, 'utf8').catch(noAdapters))));

function noAdapters(): never {
  throw new AppError('Er zijn nog geen vraagvertalers van een vorige keer. Draai eerst npm run calibrate zonder --keep-adapters.');
}

function learnAdapter(some: readonly EvaluationCase[]): QueryAdapter {
  const started = performance.now();
  const chosen = some.flatMap((one) => lessons.get(one) ?? []);
  return trainQueryAdapter(chosen, trainingCorpus(engine), models.encoder.modelSha256, undefined, (epoch, loss) => {
    console.log(`vraagvertaler, ${chosen.length} vragen, ronde ${epoch + 1}: ${loss.toFixed(3)} (${Math.round((performance.now() - started) / 1000)} s)`);
  });
}

async function observe(learned: Learned, passagesRead?: number): Promise<Observation[]> {
  const engines = await Promise.all(adapters.map((adapter) => engineWith({ ...learned, adapter })));
  const observations: Observation[] = [];
  for (const [i, one] of cases.entries()) {
    observations.push({ case: one, finding: await engines[i % ADAPTER_FOLDS]!.answerer.find(one.question, one.history, {}, passagesRead) });
    if (observations.length % 200 === 0) console.log(`${observations.length} van ${cases.length} vragen bekeken`);
  }
  return observations;
}

// 2. Sentences: learned first, since the choice of quotes feeds the features of the second model.
const first = await observe({}, 0);
const sentence = fitLogistic(first.flatMap(sentenceExamples), SENTENCE_FEATURES, SENTENCE_PENALTY, 300);

// 3. Questions: the vector's part is used out of fold, or the second model would trust it too much.
const second = await observe({ calibration: { ...CALIBRATION, sentence } });
await memory.save(scoresFile);
const question = fitQuestion(second);
const held = outOfFold(second, fitQuestion, ({ finding }, model) => scoreQuestion(finding.retrieval.queryVector!, model));
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
await writeFile(TARGET, `${JSON.stringify({ sentence, answerability, thresholds }, round)}\n`);
await writeFile(QUESTION_MODEL, encodeQuestionModel(question));
const refused = full.filter((score, i) => !examples[i]!.label && score < thresholds.full).length;
console.log(`Buiten de eigen vouw: ${refused} van ${examples.filter(({ label }) => !label).length} onbeantwoordbare vragen geweigerd bij ${REFUSED * 100} % terechte vragen.`);

function sentenceExamples({ case: one, finding }: Observation): Example[] {
  if (one.abstain) return [];
  const answers = answersOf(one, documents);
  return finding.candidates.map(({ document, sentence, features }) => ({
    features: { ...features },
    label: answers.has(sentenceKey(document.id, sentence)),
  }));
}

function fitQuestion(observations: readonly Observation[]): QuestionModel {
  return fitKernelRidge(observations.map(({ case: one, finding }) => ({ vector: finding.retrieval.queryVector!, label: !one.abstain })), models.encoder.modelSha256);
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

function round(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
