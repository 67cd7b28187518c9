import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Set-up of a test run: the index is there and fits sources and model, also in a fresh clone. */
export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'ingest/cli.ts'], { cwd: resolve(import.meta.dirname, '../..'), stdio: 'inherit' });
}
