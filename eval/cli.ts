import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { readConfig } from '../server/config.ts';
import { AppError } from '../server/errors.ts';
import { loadCases } from './case/load-cases.ts';
import { CASE_TYPES } from './case/evaluation-case.ts';
import { summarise } from './metrics/summary.ts';
import { failureLines, groupLines, summaryLines } from './report/terminal.ts';
import { runCases } from './run/run-cases.ts';
import { loadInProcess } from './subject/in-process.ts';
import { subjectAt } from './subject/over-http.ts';

const program = new Command('eval')
  .option('--split <helft>', 'tune, test of all', 'all')
  .option('--case <id...>', 'alleen deze vragen')
  .addOption(new Option('--type <type...>', 'alleen vragen van dit type').choices(CASE_TYPES))
  .option('--url <adres>', 'een draaiende server in plaats van dit proces')
  .option('--cases <map>', 'map met vragen', resolve(import.meta.dirname, 'cases'))
  .option('--timeout <ms>', 'hoogstens zoveel milliseconden per vraag', '30000')
  .option('--failures', 'toon de vragen die niet goed zijn');

interface Options {
  split: string;
  case?: string[];
  type?: string[];
  url?: string;
  cases: string;
  timeout: string;
  failures?: boolean;
}

async function main(): Promise<void> {
  const options = program.parse().opts<Options>();
  const subject = options.url ? subjectAt(options.url) : await loadInProcess(readConfig(process.env));
  try {
    const documents = new Map((await subject.documents()).map((document) => [document.id, document]));
    const all = await loadCases(options.cases, new Map([...documents].map(([id, { text }]) => [id, text])));
    const cases = all.filter(
      ({ id, type, split }) =>
        (options.split === 'all' || options.split === split) &&
        (options.case?.includes(id) ?? true) &&
        (options.type?.includes(type) ?? true),
    );
    const bar = new SingleBar({ format: '{bar} {value}/{total} vragen', hideCursor: true, stream: process.stderr });
    bar.start(cases.length, 0);
    const results = await runCases(subject, cases, documents, {
      timeoutMs: Number(options.timeout),
      depth: 10,
      onProgress: (done) => bar.update(done),
    });
    bar.stop();
    console.log(groupLines(results, 'type', (result) => [result.case.type]).join('\n'));
    console.log(groupLines(results, 'document', (result) => result.case.evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId))).join('\n'));
    if (options.failures) console.log(failureLines(results).join('\n'));
    console.log(summaryLines(summarise(results)).join('\n'));
  } finally {
    await subject.close();
  }
}

main().catch((error: unknown) => {
  console.error(pc.red(error instanceof AppError ? error.message : String((error as Error)?.stack ?? error)));
  process.exitCode = 2;
});
