import { Worker } from 'node:worker_threads';

/** Short enough that little is added between two looks. */
const EVERY_MS = 10;

/**
 * Ends this process when it takes more real memory than it may. A thread of its own looks, since the main one may be in a loop;
 * the limit of the JavaScript heap alone says nothing of buffers. It also ends when nobody waits for it any more.
 */
export function guardMemory(limitMb: number): void {
  const code = `
    const { workerData: limit } = require('node:worker_threads');
    const parent = process.ppid;
    setInterval(() => {
      if (process.memoryUsage.rss() > limit || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    }, ${EVERY_MS});`;
  new Worker(code, { eval: true, workerData: limitMb * 1024 * 1024, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 } }).unref();
}
