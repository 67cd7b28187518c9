import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startRealServer } from '../eval/bench/real-server.ts';

/**
 * `npm run fuzz`: schemathesis makes requests from the OpenAPI document, good ones and wrong ones, and holds what the real
 * server says against it: no 5xx, no status, type, header or field that the document does not name. Extra arguments go to
 * schemathesis (`npm run fuzz -- --seed 1`); CASES says about how many cases are made.
 */
const VERSION = '4.32.5';
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance', 'response_schema_conformance'];
/** Cases that one example more for each operation is good for, measured; besides those that schemathesis always makes. */
const A_ROUND = 13;
const ALWAYS = 950;

/** Also where schemathesis leaves its notes. */
const dist = resolve(import.meta.dirname, '..', 'dist');
const venv = join(dist, 'fuzz-venv');
const inVenv = (name: string): string => join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', name);
const succeeds = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore', timeout: 600_000 }).status === 0;

function hasSchemathesis(): boolean {
  if (spawnSync(inVenv('schemathesis'), ['--version'], { encoding: 'utf8' }).stdout?.includes(VERSION)) return true;
  if (!existsSync(inVenv('python')) && !succeeds('python3', ['-m', 'venv', venv])) return false;
  return succeeds(inVenv('python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
}

if (!hasSchemathesis()) {
  console.log(`Skipped: schemathesis ${VERSION} cannot be installed here (it takes Python 3 with venv, and PyPI).`);
} else {
  const cases = Number(process.env['CASES'] ?? 10_000);
  const server = await startRealServer({ RATE_LIMIT_PAGES: '0', FEEDBACK_PER_ADDRESS: '0', ANSWER_WITHIN_SECONDS: '60' });
  const examples = Math.max(1, Math.ceil((cases - ALWAYS) / A_ROUND));
  const args = ['run', `${server.address}/api/v1/openapi.json`, '--max-examples', String(examples), '--phases', 'examples,coverage,fuzzing', '--checks', CHECKS.join(',')];
  const { status } = spawnSync(inVenv('schemathesis'), [...args, '--continue-on-failure', '--warnings', 'off', '--request-timeout', '70', ...process.argv.slice(2)], { stdio: 'inherit', cwd: dist });
  await server.stop();
  process.exitCode = status ?? 1;
}
