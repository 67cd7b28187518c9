import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { Sandbox, type SandboxLimits } from '../sandbox/sandbox.ts';
import { checkFileSize, sniff } from './sniff.ts';

/**
 * Reads a document of any supported format, in a child process with a limit on memory and time.
 * @param bytes the file's content, if the caller has it already
 * @throws DocumentError with a Dutch sentence that names the file and says what to do
 */
export async function readDocument(path: string, bytes?: Uint8Array, limits: SandboxLimits = {}): Promise<SourceText> {
  const sandbox = new Sandbox(limits);
  try {
    return await readIn(sandbox, path, bytes);
  } finally {
    sandbox.close();
  }
}

/** The same in a sandbox that serves for more documents. */
export async function readIn(sandbox: Sandbox, path: string, bytes?: Uint8Array): Promise<SourceText> {
  const file = basename(path);
  return sandbox.run('read', { path, file, format: sniff(file, bytes ?? (await readBytes(path, file))) });
}

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  try {
    // Before it is read: it may be larger than memory.
    checkFileSize(file, (await stat(path)).size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(`${file}: het bestand bestaat niet of is niet te lezen. Controleer de naam en de rechten.`);
  }
}
