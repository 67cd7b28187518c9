import { spawnSync } from 'node:child_process';

/** `npm run verify`: every quality check, also after one fails, so that one run shows all there is to mend. */
const checks: Record<string, string[]> = {
  'Lint (eslint)': ['eslint', '.', '--max-warnings', '0'],
  'Types (tsc)': ['tsc', '--noEmit'],
  'Import directions (dependency-cruiser)': ['depcruise', '--config', '.dependency-cruiser.mjs', 'server', 'ingest', 'web', 'eval'],
  'Picture of the architecture': ['tsx', '.ci/draw-architecture.ts', '--check'],
  'Dead code and dependencies (knip)': ['knip'],
  'Licences': ['tsx', '.ci/check-licences.ts'],
  'Lock file': ['tsx', '.ci/check-lock-file.ts'],
  'Known vulnerabilities (npm audit)': ['tsx', '.ci/check-audit.ts'],
};

const failed: string[] = [];
for (const [name, [command = '', ...args]] of Object.entries(checks)) {
  console.log(`\n▶ ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks are fine.' : `\nTo mend: ${failed.join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
