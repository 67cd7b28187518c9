import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CALIBRATION, type Calibration, type Weights } from '../../server/answer/calibration.ts';
import { readConfig } from '../../server/runtime/config.ts';
import { AppError } from '../../server/errors.ts';
import { loadEngine, loadModels, type Learned, type Models } from '../../server/assistant/engine.ts';
import { Metrics } from '../../server/runtime/metrics.ts';
import { decodeAdapter, encodeAdapter } from '../../server/model/query-adapter.ts';
import { decodeNeighbours, encodeNeighbours } from '../../server/search/question-neighbours.ts';
import type { LearnedRetrieval } from '../../server/search/retriever.ts';
import { RememberingEncoder } from '../baselines/cached-encoder.ts';
import { answerModelIdentity, COMMITTED_SCORES } from '../system/in-process.ts';
import { RememberingAnswerModel } from '../system/remembering-answer-model.ts';
import { ScoreMemory } from '../system/score-memory.ts';
import { adapterExamples, trainingCorpus } from './adapter-examples.ts';
import { learnAnswerability, learnSentence, REFUSED, type Observation } from './learn-weights.ts';
import { neighbourExamples } from './neighbour-examples.ts';
import { fewOfEach, foldOf, loadLessons } from './questions.ts';
import { trainQueryAdapter } from './train-query-adapter.ts';
import { trainQuestionNeighbours } from './train-question-neighbours.ts';

/**
 * Learns, from the tune half and the practice questions, how questions are said in the documents' words, which questions
 * ask for the same, what a sentence that answers looks like, and what a question looks like that the sources answer;
 * writes `query-adapter.json` and `question-neighbours.json` of `server/retrieval` and `calibration.json` of
 * `server/answer`. The frozen half takes no part. `npm run calibrate`; takes an hour and a half. `-- --keep-adapters` and
 * `-- --keep-neighbours` learn the rest anew with those of the last run.
 */

const TARGET = fileURLToPath(new URL('../../server/answer/calibration.json', import.meta.url));
const RETRIEVAL_DIR = fileURLToPath(new URL('../../server/text', import.meta.url));
/** What was learned for the folds; kept for the next run, not committed. */
const WORK = fileURLToPath(new URL('../../dist/calibrate', import.meta.url));
/** What is learned next must not trust retrieval more than it deserves: each question is searched with what never saw its file. */
const RETRIEVAL_FOLDS = 3;
/** Questions of one entry mean the same: so many of them teach the adapter. */
const ADAPTER_QUESTIONS = 4;

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const loaded = await loadModels(config);
const scoresFile = join(WORK, 'answer-scores.json');
const memory = await ScoreMemory.open(await answerModelIdentity(config.answerModel.dir), [COMMITTED_SCORES, scoresFile]);
const models: Models = {
  encoder: new RememberingEncoder(loaded.encoder),
  ...(loaded.answerModel && { answerModel: new RememberingAnswerModel(loaded.answerModel, memory) }),
};
const engineWith = (learned: Learned) => loadEngine(config.indexDir, models, new Metrics(), learned);
const engine = await engineWith({ adapter: null, neighbours: null });
const { documents } = engine.index;
const { asked, coverage } = await loadLessons(documents);
const questions = [...asked, ...coverage];
await mkdir(WORK, { recursive: true });

// 1. Retrieval: the adapter and the neighbours, from all questions; and for each fold, learned without it.
const rounds = [...Array.from({ length: RETRIEVAL_FOLDS }, (_, fold) => ({ fold, name: `-${fold}`, dir: WORK })), { fold: -1, name: '', dir: RETRIEVAL_DIR }];
type Round = (typeof rounds)[number];
const fileOf = (what: string, { name, dir }: Round): string => join(dir, `${what}${name}.json`);
const isLearnedFrom = ({ file }: { file: string }, { fold }: Round): boolean => foldOf(file, RETRIEVAL_FOLDS) !== fold;

if (!process.argv.includes('--keep-adapters')) {
  const lessonOf = adapterExamples(engine, models);
  const lessons = [];
  for (const question of fewOfEach(questions.filter(({ abstain }) => !abstain), ADAPTER_QUESTIONS)) lessons.push({ file: question.file, lesson: await lessonOf(question) });
  for (const round of rounds) {
    const some = lessons.filter((one) => isLearnedFrom(one, round)).map(({ lesson }) => lesson);
    const adapter = trainQueryAdapter(some, trainingCorpus(engine), models.encoder.modelSha256, undefined, progress('vraagvertaler', some.length));
    await writeFile(fileOf('query-adapter', round), encodeAdapter(adapter));
  }
}
if (!process.argv.includes('--keep-neighbours')) {
  const examples = await neighbourExamples(questions, engine, models);
  for (const round of rounds) {
    const some = examples.filter(({ author }) => isLearnedFrom({ file: author }, round));
    const neighbours = trainQuestionNeighbours(some, models.encoder.modelSha256, undefined, progress('buurvragen', some.length));
    await writeFile(fileOf('question-neighbours', round), encodeNeighbours(neighbours));
  }
}
const retrieval = await Promise.all(
  rounds.slice(0, RETRIEVAL_FOLDS).map(async (round): Promise<LearnedRetrieval> => {
    const read = (what: string) => readFile(fileOf(what, round), 'utf8').catch(nothingKept);
    return { adapter: decodeAdapter(await read('query-adapter')), neighbours: decodeNeighbours(await read('question-neighbours')) };
  }),
);

// 2. Weights, from questions as people ask them: of sentences first, since the choice of quotes feeds the features of the second model.
const unvoted = await learnWeights('unvoted');
const voted = await learnWeights('voted');
await writeFile(TARGET, `${JSON.stringify({ voted, unvoted } satisfies Calibration, round6)}\n`);

async function learnWeights(kind: keyof Calibration): Promise<Weights> {
  const sentence = learnSentence(await observe(kind, {}, 0), documents, kind === 'voted');
  const observations = await observe(kind, { calibration: { ...CALIBRATION, [kind]: { ...CALIBRATION[kind], sentence } } });
  await memory.save(scoresFile);
  const { abstained, ...rest } = learnAnswerability(observations, kind === 'voted');
  console.log(`${kind}: buiten de eigen vouw zwijgt hij bij ${(abstained * 100).toFixed(1)} % van de vragen zonder antwoord en ${REFUSED * 100} % van die met antwoord.`);
  return { sentence, ...rest };
}

async function observe(kind: keyof Calibration, own: Learned, passagesRead?: number): Promise<Observation[]> {
  const engines = await Promise.all(retrieval.map((learned) => engineWith({ ...own, ...learned, ...(kind === 'unvoted' && { neighbours: null }) })));
  const observations: Observation[] = [];
  for (const question of asked) {
    const { answerer } = engines[foldOf(question.file, RETRIEVAL_FOLDS)]!;
    observations.push({ question, finding: await answerer.find(question.question, question.history, {}, passagesRead) });
    if (observations.length % 500 === 0) console.log(`${observations.length} van ${asked.length} vragen bekeken`);
  }
  return observations;
}

function progress(what: string, count: number): (epoch: number, loss: number) => void {
  const started = performance.now();
  return (epoch, loss) => console.log(`${what}, ${count} vragen, ronde ${epoch + 1}: ${loss.toFixed(3)} (${Math.round((performance.now() - started) / 1000)} s)`);
}

function nothingKept(): never {
  throw new AppError('Er is nog niets bewaard van een vorige keer. Draai eerst npm run calibrate zonder --keep-adapters en --keep-neighbours.');
}

function round6(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
