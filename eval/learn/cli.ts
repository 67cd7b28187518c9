import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { encoderInput } from '../../ingest/build-index.ts';
import { DEFAULT_PASSAGES, makePassages } from '../../ingest/passages.ts';
import { CALIBRATION } from '../../server/answer/calibration.ts';
import { createGlossary } from '../../server/corpus/glossary.ts';
import { readVocabulary } from '../../server/corpus/vocabulary.ts';
import { AppError } from '../../server/errors.ts';
import { createEncoder } from '../../server/model/create-encoder.ts';
import { readLearnedMaps } from '../../server/model/learned-maps.ts';
import { loadEnvFile } from '../../server/runtime/load-env-file.ts';
import { readConfig } from '../../server/runtime/config.ts';
import { createQuestionRules } from '../../server/rules/about-question.ts';
import { loadRules } from '../../server/rules/load-rules.ts';
import { readIndex } from '../../server/search/index-reader.ts';
import { statisticsByDay } from '../../server/search/term-statistics.ts';
import { CachedEncoder } from '../baselines/cached-encoder.ts';
import { exportForTraining } from './export.ts';
import { fit } from './fit.ts';
import { isFreshHand, loadLearningQuestions } from './learning-questions.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const CALIBRATION_FILE = join(PROJECT, 'server', 'answer', 'calibration.json');
const WORK = join(PROJECT, 'dist', 'learn');
const program = new Command('npm run learn --').description('Leert van vragen bij de bronnen. eval/learn/README.md vertelt wat wanneer.');
program.command('export').description('schrijf wat train.py leest naar dist/learn').action(exportAll);
program.command('fit').description('pas de gewichten van zinskeuze en weigeren aan op de ontwikkelhelft').action(fitAll);

async function open() {
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
  const encoder = new CachedEncoder(await createEncoder(config));
  const index = await readIndex(config.indexDir, encoder.modelSha256);
  const documents = [...index.documents.values()];
  const questions = await loadLearningQuestions(join(PROJECT, 'corpus'), join(PROJECT, 'eval', 'cases'), documents);
  return { encoder, index, documents, questions };
}

async function exportAll(): Promise<void> {
  const { encoder, index, documents, questions } = await open();
  const tokenWeights = async (ids: readonly number[]) => index.tokenWeights(ids);
  await exportForTraining({
    documents,
    passages: documents.flatMap((document) => makePassages(document, DEFAULT_PASSAGES)),
    questions,
    encoder,
    encodePassage: (passage) => {
      const { parts, context } = encoderInput(index.documents.get(passage.documentId)!, passage);
      return encoder.encodePassage(parts, context);
    },
    weightsOf: tokenWeights,
    dir: WORK,
    onProgress: (done, total) => done % 500 === 0 && console.log(`${done} van ${total}`),
  });
  await index.close();
}

async function fitAll(): Promise<void> {
  const { encoder, index, questions } = await open();
  if (!index.questions || !index.statements) throw new AppError('De index heeft geen vragen of uitspraken. Draai eerst npm run ingest.');
  const { maps, problem } = await readLearnedMaps(encoder.modelSha256);
  if (!maps) throw new AppError(problem);
  const vocabulary = readVocabulary(index.glossary);
  const { calibration, refusals } = await fit({
    // In the proportion in which people ask; the maps did not learn from them.
    questions: questions.filter(({ half, hand }) => half === 'tune' || isFreshHand(hand)),
    tools: { index, glossary: createGlossary(vocabulary.terms), statistics: statisticsByDay(index), rules: createQuestionRules(loadRules(index.rulesDir, index.documents), vocabulary) },
    encoder,
    maps,
    calibration: CALIBRATION,
    onProgress: console.log,
    onObservations: (seen) => writeFileSync(join(WORK, 'observations.json'), JSON.stringify(seen)),
  });
  await writeFile(CALIBRATION_FILE, `${JSON.stringify(calibration, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value), 1)}\n`);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  for (const { condition, rightly, wrongly, answerable, unanswerable } of refusals) {
    console.log(`${condition === 'with' ? 'met' : 'zonder'} vragen over het document: terecht geweigerd ${percent(rightly)} (${unanswerable}), onterecht ${percent(wrongly)} (${answerable}), buiten de eigen vouw`);
  }
  await index.close();
}

loadEnvFile();
await program.parseAsync();
