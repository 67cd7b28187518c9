import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { LIMITS } from './limits.ts';
import { parse } from './parse.ts';
import type { ParseReply, ParseRequest } from './parse-child.ts';
import { sniff } from './sniff.ts';

const CHILD = fileURLToPath(new URL('./parse-child.ts', import.meta.url));
const PROJECT = dirname(dirname(dirname(CHILD)));

export interface ReadOptions {
  /** Milliseconds for one document. */
  parseMs?: number;
  /** JavaScript heap of the child process, MB. */
  heapMb?: number;
}

/**
 * Reads a document of any supported format. Everything but plain text is parsed in a child process with a limit on
 * memory and time, since PDF, Word and HTML from elsewhere can be made to hang or swamp a parser.
 * @param bytes the file's content, if the caller has it already
 * @throws DocumentError with a Dutch sentence that names the file and says what to do
 */
export async function readDocument(path: string, bytes?: Uint8Array, options: ReadOptions = {}): Promise<SourceText> {
  const file = basename(path);
  const content = bytes ?? (await readBytes(path, file));
  const format = sniff(file, content);
  if (format === 'text') return parse(file, format, content);
  return inChild({ path, file, format }, options);
}

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new DocumentError(`${file}: het bestand bestaat niet of is niet te lezen. Controleer de naam en de rechten.`);
  }
}

function inChild(request: ParseRequest, { parseMs = LIMITS.parseMs, heapMb = LIMITS.parseHeapMb }: ReadOptions): Promise<SourceText> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // No secrets of the surrounding process for a parser of foreign files.
      env: { PATH: process.env['PATH'] ?? '' },
    });
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      child.kill('SIGKILL');
      act();
    };
    const fail = (why: string): void =>
      settle(() => reject(new DocumentError(`${request.file}: ${why} Bewaar het document opnieuw, of splits het, en probeer het nog eens.`)));
    const timer = setTimeout(() => fail(`het lezen duurde langer dan ${Math.round(parseMs / 1000)} seconden en is gestopt.`), parseMs);
    child.on('message', (reply: ParseReply) => {
      if ('source' in reply) settle(() => resolve(reply.source));
      else if ('message' in reply) settle(() => reject(new DocumentError(reply.message)));
      else fail('het bestand is beschadigd en kan niet worden gelezen.');
    });
    child.on('error', () => fail('het lezen kon niet worden gestart.'));
    child.on('exit', () => fail(`het lezen kostte te veel geheugen (meer dan ${heapMb} MB) of brak af.`));
    child.send(request, (error) => {
      if (error) fail('het lezen kon niet worden gestart.');
    });
  });
}
