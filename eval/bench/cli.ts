import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { readConfig } from '../../server/runtime/config.ts';
import { AppError } from '../../server/errors.ts';
import { loadEnvFile } from '../../server/runtime/load-env-file.ts';
import { LocalEmbeddings } from '../../server/model/embeddings.ts';
import { createEncoder } from '../../server/model/create-encoder.ts';
import { readIndex } from '../../server/search/index-reader.ts';
import { langchainPipeline, TUTORIAL } from '../baselines/langchain-pipeline.ts';
import { loadCases } from '../load/load-cases.ts';
import { figureTable, type Figure } from './figure.ts';
import { measureIngest } from './measure-ingest.ts';
import { measureLoad } from './measure-load.ts';
import { measureRecall } from './measure-recall.ts';
import { measureAsk, measureSearch } from './measure-requests.ts';
import { measureStart } from './measure-start.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const PARTS = ['start', 'search', 'ask', 'recall', 'ingest', 'load'] as const;
type Part = (typeof PARTS)[number];

const HELP = [
  `Gebruik: npm run bench -- [${PARTS.join('] [')}]`,
  '',
  'Meet snelheid en geheugen van het echte product op deze computer en zet ze naast hun doel.',
  'Zonder onderdeel: alles (ongeveer vier minuten). Afloop 1 als een doel niet is gehaald.',
].join('\n');

/** `npm run bench`: figures of speed and memory, beside their targets. @returns exit status */
async function main(argv: readonly string[]): Promise<number> {
  if (argv.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(HELP);
    return 0;
  }
  const unknown = argv.filter((arg) => !PARTS.includes(arg as Part));
  if (unknown.length > 0) throw new AppError(`Dit onderdeel bestaat niet: ${unknown.join(', ')}.\n${HELP}`);
  const measure = await measurements();
  const figures: Figure[] = [];
  for (const part of PARTS.filter((name) => argv.length === 0 || argv.includes(name))) {
    console.error(`Ik meet: ${part} …`);
    figures.push(...(await measure[part]()));
  }
  const [{ model } = { model: 'unknown processor' }, { length }] = [cpus()[0], cpus()];
  console.log(`${length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}\n\n${figureTable(figures)}`);
  return figures.every(({ met }) => met !== false) ? 0 : 1;
}

async function measurements(): Promise<Record<Part, () => Promise<Figure[]>>> {
  const config = readConfig(process.env);
  const encoder = await createEncoder(config);
  const index = await readIndex(config.indexDir, encoder.modelSha256);
  const documents = [...index.documents.values()];
  const cases = await loadCases(resolve(PROJECT, 'eval', 'cases'), new Map(documents.map(({ id, text }) => [id, text])));
  const questions = [...new Set(cases.map(({ question }) => question.trim()))].filter((question) => question !== '');
  return {
    start: measureStart,
    search: async () => {
      const baseline = await langchainPipeline(documents, {
        embeddings: new LocalEmbeddings(encoder),
        modelSha256: encoder.modelSha256,
        cacheDir: resolve(PROJECT, 'dist', 'eval', 'cache'),
      });
      return measureSearch(questions, (question) => baseline.search(question, TUTORIAL.topK));
    },
    ask: () => measureAsk(questions),
    recall: () => measureRecall(questions, index, encoder),
    ingest: measureIngest,
    load: () => measureLoad(questions),
  };
}

try {
  loadEnvFile();
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 2;
}
