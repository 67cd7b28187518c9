import { Worker } from 'node:worker_threads';

/**
 * Runs beside the event loop. It counts its own checks, not the clock: a machine that slept is not a process that hangs.
 * SIGKILL, since a process whose loop stands still hears nothing else.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
const beats = new Int32Array(workerData.shared);
let last = -1;
let missed = 0;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  missed = now === last ? missed + 1 : 0;
  last = now;
  if (missed < workerData.checks) return;
  process.kill(process.pid, 'SIGKILL');
}, workerData.everyMs);
`;

const CHECKS = 10;

/** From now on the process ends when its event loop has stood still for `ms`: whoever runs it starts a new one, which serves. */
export function watchEventLoop(ms: number): void {
  const everyMs = Math.max(1, Math.round(ms / CHECKS));
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const beats = new Int32Array(shared);
  const worker = new Worker(WATCH, { eval: true, workerData: { shared, everyMs, checks: CHECKS }, resourceLimits: { maxOldGenerationSizeMb: 8 } });
  worker.unref();
  setInterval(() => Atomics.add(beats, 0, 1), Math.max(1, everyMs / 2)).unref();
}
