import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../server/errors.ts';
import { quantile } from '../statistics/quantile.ts';
import { atMost, type Figure } from './figure.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const UNCHANGED_RUNS = 3;

/** `npm run ingest` from nothing, and again with nothing changed; in a folder of its own. */
export async function measureIngest(): Promise<Figure[]> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-index-'));
  try {
    const first = await ingest(dir);
    const again: number[] = [];
    for (let run = 0; run < UNCHANGED_RUNS; run += 1) again.push(await ingest(dir));
    return [
      atMost('`npm run ingest` from nothing', first, 30, 's', '1 run'),
      atMost('`npm run ingest`, nothing changed: median', quantile(again, 0.5), 1.5, 's', `${UNCHANGED_RUNS} runs`),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Seconds of one run. */
async function ingest(indexDir: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'ingest/cli.ts', '--index', indexDir], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new AppError(`Het maken van de index mislukt:\n${told.trim()}`);
  return (performance.now() - from) / 1000;
}
