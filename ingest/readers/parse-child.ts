import { readFile } from 'node:fs/promises';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { parse } from './parse.ts';
import type { Format } from './sniff.ts';

/** Messages between `read-document.ts` and this process. */
export interface ParseRequest {
  path: string;
  file: string;
  format: Format;
}
export type ParseReply = { source: SourceText } | { message: string } | { crashed: true };

// A document that makes a parser loop or eat memory takes this process down, not the build.
process.on('message', (request: ParseRequest) => {
  void reply(request);
});

async function reply({ path, file, format }: ParseRequest): Promise<void> {
  let answer: ParseReply;
  try {
    answer = { source: await parse(file, format, await readFile(path)) };
  } catch (error) {
    answer = error instanceof DocumentError ? { message: error.message } : { crashed: true };
  }
  process.send?.(answer, () => process.disconnect());
}
