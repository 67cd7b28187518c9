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
import { measurePlan } from './measure-plan.ts';
import { measureRecall } from './measure-recall.ts';
import { measureAsk, measureSearch } from './measure-requests.ts';
import { measureScale } from './measure-scale.ts';
import { measureStart } from './measure-start.ts';
import { measureWidget } from './measure-widget.ts';
import { HELP, readBenchOptions, type BenchOptions, type Part } from './options.ts';
import { scaleIndex } from './scale-index.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');

/** `npm run bench`: figures of speed and memory, beside their targets. @returns exit status */
async function main(argv: readonly string[]): Promise<number> {
  const options = readBenchOptions(argv);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const measure = await measurements(options);
  const figures: Figure[] = [];
  for (const part of options.parts) {
    console.error(`Ik meet: ${part} …`);
    figures.push(...(await measure[part]()));
  }
  const [{ model } = { model: 'unknown processor' }, { length }] = [cpus()[0], cpus()];
  console.log(`${length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}\n\n${figureTable(figures)}`);
  return figures.every(({ met }) => met !== false) ? 0 : 1;
}

async function measurements({ documents: folders, passages }: BenchOptions): Promise<Record<Part, () => Promise<Figure[]>>> {
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
    plan: measurePlan,
    recall: () => measureRecall(questions, index, encoder),
    ingest: measureIngest,
    widget: measureWidget,
    load: () => measureLoad(questions),
    scale: async () => measureScale(questions, await scaleIndex({ index, encoder, folders, passages, dir: resolve(PROJECT, 'dist', 'eval', 'scale') }), passages),
  };
}

try {
  loadEnvFile();
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 2;
}
