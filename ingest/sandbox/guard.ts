import { Worker } from 'node:worker_threads';

/** Short enough that little is added between two looks. */
const EVERY_MS = 10;

/** How this process ends when it breaks a limit; its parent tells them apart. */
export const ENDED_BY = { memory: 'SIGKILL', time: 'SIGTERM' } as const;

export interface GuardLimits {
  memoryMb: number;
  /** Processor time of one task, milliseconds: on a busy machine a document may take longer by the clock. */
  taskMs: number;
}

/**
 * Ends this process when it takes more real memory or time than it may. A thread of its own looks, since the main one may be in
 * a loop; the limit of the JavaScript heap alone says nothing of buffers. It also ends when nobody waits for it any more.
 * @returns to be called when a task starts
 */
export function guard({ memoryMb, taskMs }: GuardLimits): () => void {
  const started = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const code = `
    const { workerData: { memory, task, started, signals } } = require('node:worker_threads');
    const parent = process.ppid;
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (process.memoryUsage.rss() > memory || process.ppid !== parent) process.kill(process.pid, signals.memory);
      else if (user + system - started[0] > task) process.kill(process.pid, signals.time);
    }, ${EVERY_MS});`;
  new Worker(code, {
    eval: true,
    workerData: { memory: memoryMb * 1024 * 1024, task: taskMs * 1000, started, signals: ENDED_BY },
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  }).unref();
  return () => {
    const { user, system } = process.cpuUsage();
    started[0] = user + system;
  };
}
