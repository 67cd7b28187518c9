import { readFile } from 'node:fs/promises';
import { DocumentError } from '../../server/errors.ts';
import { canonicalise } from '../canonical/canonicalise.ts';
import { loadDictionary } from '../canonical/dictionary.ts';
import { lexiconOf, type Lexicon } from '../canonical/lexicon.ts';
import { makePassages } from '../passages.ts';
import { parse } from '../readers/parse.ts';
import { checkSize } from './check-size.ts';
import { guard } from './guard.ts';
import type { Reply, Request } from './messages.ts';

// A document that makes a parser loop or eat memory takes this process down, not the build.
const taskStarts = guard({ memoryMb: Number(process.argv[2]), taskMs: Number(process.argv[3]) });

let lexicon: Promise<Lexicon> | undefined;

process.on('message', (request: Request) => {
  // Known words are for the tasks that follow; nobody waits for them.
  if (request.task === 'words') lexicon = loadDictionary().then((dictionary) => lexiconOf(request.ask, dictionary));
  else void reply(request);
});

async function reply(request: Exclude<Request, { task: 'words' }>): Promise<void> {
  let answer: { answer: unknown } | { message: string } | { crashed: true };
  taskStarts();
  try {
    answer = { answer: await run(request) };
  } catch (error) {
    answer = error instanceof DocumentError ? { message: error.message } : { crashed: true };
  }
  process.send?.({ ...answer, memoryMb: process.memoryUsage.rss() / 1024 / 1024 } satisfies Reply);
}

async function run(request: Exclude<Request, { task: 'words' }>): Promise<unknown> {
  if (request.task === 'read') {
    const { path, file, format } = request.ask;
    return parse(file, format, await readFile(path));
  }
  const { file, source, meta } = request.ask;
  if (!lexicon) throw new Error('The words come before the first text');
  const made = canonicalise(source, meta, await lexicon);
  checkSize(file, made.document, makePassages(made.document));
  return made;
}
