import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../server/errors.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
let built: string | undefined;

/** The server as `npm run build` makes it, made once a run: what is timed is what people start. */
function builtServer(): string {
  if (built === undefined) execFileSync('npm', ['run', 'build:server', '--silent'], { cwd: PROJECT, stdio: 'inherit' });
  return (built ??= join(PROJECT, 'dist', 'server', 'main.js'));
}

/** A start that takes longer has failed. */
const LONGEST_START_MS = 60_000;

export interface RealServer {
  address: string;
  /** From the start of the process until `/readyz` said yes, in milliseconds. */
  startMs: number;
  /** Resident memory of the process in megabytes (10⁶ bytes). */
  residentMb(): Promise<number>;
  /** Answers and searches made without the models because the queue was full. */
  fallbacks(): Promise<number>;
  post(path: string, body: object): Promise<number>;
  get(path: string): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts the server as `npm start` does, in a process of its own, without rate limits.
 * @throws AppError when it does not become ready
 */
export async function startRealServer(env: Record<string, string> = {}): Promise<RealServer> {
  const feedbackDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const program = builtServer();
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=2', '--heap-growing-percent=30', program], {
    cwd: PROJECT,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'fatal', RATE_LIMIT_PER_ADDRESS: '0', RATE_LIMIT_PER_SESSION: '0', FEEDBACK_DIR: feedbackDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(feedbackDir, { recursive: true, force: true });
  };
  let address: string | undefined;
  for (;;) {
    address = /luistert op (http:\S+)/.exec(told)?.[1];
    if (address !== undefined && (await fetch(`${address}/readyz`).then(({ ok }) => ok).catch(() => false))) break;
    if (child.exitCode !== null || performance.now() - started > LONGEST_START_MS) {
      await stop();
      throw new AppError(`De server start niet:\n${told.trim()}`);
    }
    await new Promise((done) => setTimeout(done, 10));
  }
  const startMs = performance.now() - started;
  const timed = async (path: string, request?: RequestInit): Promise<number> => {
    const from = performance.now();
    const response = await fetch(`${address}${path}`, request);
    await response.arrayBuffer();
    if (!response.ok) throw new AppError(`De server antwoordt met ${response.status} op ${path}.`);
    return performance.now() - from;
  };
  const metric = async (pattern: RegExp): Promise<number> => {
    const text = await fetch(`${address}/metrics`).then((response) => response.text());
    return Number(pattern.exec(text)?.[1] ?? 0);
  };
  return {
    address,
    startMs,
    residentMb: async () => (await metric(/^process_resident_memory_bytes (\S+)$/m)) / 1e6,
    fallbacks: () => metric(/^bekostigingswijzer_fallbacks_total\{reason="queue-full"\} (\S+)$/m),
    post: (path, body) => timed(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    get: (path) => timed(path),
    stop,
  };
}
