import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_DIR } from '../project-dir.ts';

export interface IngestResult {
  status: number;
  out: string;
  /** Dutch sentences that say what to do. */
  err: string;
}

export type RunIngest = (args: readonly string[]) => Promise<IngestResult>;

/** A publication of many documents takes minutes; what takes longer hangs. */
const LONGEST_MS = 20 * 60_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs `npm run ingest -- …` in a process of its own: the server goes on answering, and a document that swamps it takes only that down. */
export function ingestRunner(folders: { corpusDir: string; indexDir: string }, env: NodeJS.ProcessEnv = process.env): RunIngest {
  return (args) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', join('ingest', 'cli.ts'), '--corpus', folders.corpusDir, '--index', folders.indexDir, ...args], {
        cwd: PROJECT_DIR,
        // The hash is none of its business.
        env: { ...env, ADMIN_PASSWORD_HASH: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      let size = 0;
      const keep = (list: Buffer[]) => (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_OUTPUT) child.kill('SIGKILL');
        else list.push(chunk);
      };
      child.stdout.on('data', keep(out));
      child.stderr.on('data', keep(err));
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
      let done = false;
      const finish = (status: number, fault?: string): void => {
        if (done) return;
        done = true;
        clearTimeout(timer);
        resolve({ status, out: Buffer.concat(out).toString().trim(), err: fault ?? Buffer.concat(err).toString().trim() });
      };
      child.on('error', () => finish(1, 'Het inlezen kon niet worden gestart. Kijk of de server de map ingest/ heeft.'));
      child.on('close', (code) => finish(code ?? 1, code === null ? 'Het inlezen is afgebroken: het duurde te lang of kostte te veel. Probeer het opnieuw of splits het document.' : undefined));
    });
}
