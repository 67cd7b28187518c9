import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { InProcess } from './in-process.ts';
import { SubjectError } from './failure.ts';
import type { Subject } from './system.ts';
import type { ResultMessage, Task, TaskMessage, TaskResult } from './worker-protocol.ts';

interface Worker {
  process: ChildProcess;
  busy: boolean;
}

interface Pending {
  worker: Worker;
  resolve(value: TaskResult[Task['kind']]): void;
  reject(error: Error): void;
}

export interface WorkerPoolOptions {
  size: number;
  cacheDir?: string;
  /** For tests: the file that a worker runs. */
  workerFile?: string;
  execArgv?: string[];
}

/**
 * Several processes that each hold the assistant: on more than one core a run takes that much less time. Answers do not
 * depend on who gives them. A worker that dies fails its task and is replaced.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #workers: Worker[];
  readonly #pending = new Map<number, Pending>();
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #lastId = 0;
  #closed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#workers = Array.from({ length: options.size }, () => this.#start());
  }

  get size(): number {
    return this.#options.size;
  }

  /** The subject as the workers answer it, over an index. */
  subject({ subject }: Pick<InProcess, 'subject'>, indexDir: string): Subject {
    return {
      ...subject,
      ask: (request) => this.#run({ kind: 'ask', indexDir, request }),
      search: (query, limit) => this.#run({ kind: 'search', indexDir, query, limit }),
      close: () => Promise.resolve(),
    };
  }

  /** Brings the scores that the workers learned into the memory of this process. */
  async collectScores({ memory }: Pick<InProcess, 'memory'>): Promise<void> {
    if (!memory) return;
    for (const worker of this.#workers) {
      if (!worker.process.connected) continue;
      memory.add(await this.#send(worker, { kind: 'scores' }).catch(() => []));
    }
  }

  close(): void {
    this.#closed = true;
    for (const { process: child } of this.#workers) child.kill();
  }

  async #run<K extends 'ask' | 'search'>(task: Extract<Task, { kind: K }>): Promise<TaskResult[K]> {
    const worker = await this.#free();
    try {
      return await this.#send<K>(worker, task);
    } finally {
      // A dead worker's place was taken by a new one.
      this.#release(this.#workers.includes(worker) ? worker : this.#workers.find(({ busy }) => !busy));
    }
  }

  #free(): Promise<Worker> {
    const worker = this.#workers.find(({ busy }) => !busy);
    if (!worker) return new Promise((resolve) => this.#waiting.push(resolve));
    worker.busy = true;
    return Promise.resolve(worker);
  }

  #release(worker: Worker | undefined): void {
    if (!worker) return;
    const next = this.#waiting.shift();
    worker.busy = next !== undefined;
    next?.(worker);
  }

  #send<K extends Task['kind']>(worker: Worker, task: Extract<Task, { kind: K }>): Promise<TaskResult[K]> {
    const id = (this.#lastId += 1);
    return new Promise<TaskResult[Task['kind']]>((resolve, reject) => {
      this.#pending.set(id, { worker, resolve, reject });
      worker.process.send({ id, task } satisfies TaskMessage, (error) => error && this.#fail(worker));
    }) as Promise<TaskResult[K]>;
  }

  #start(): Worker {
    const { cacheDir, workerFile = join(import.meta.dirname, 'worker.ts'), execArgv } = this.#options;
    const child = fork(workerFile, cacheDir === undefined ? [] : [cacheDir], { serialization: 'advanced', ...(execArgv && { execArgv }) });
    const worker: Worker = { process: child, busy: false };
    child.on('message', ({ id, value, error }: ResultMessage) => {
      const pending = this.#pending.get(id);
      this.#pending.delete(id);
      if (error) pending?.reject(new SubjectError(error.failure, error.message));
      else pending?.resolve(value!);
    });
    child.on('exit', () => {
      if (this.#closed) return;
      this.#workers[this.#workers.indexOf(worker)] = this.#start();
      this.#fail(worker);
    });
    return worker;
  }

  /** Whoever waits for this worker hears that it is gone. */
  #fail(worker: Worker): void {
    for (const [id, pending] of this.#pending) {
      if (pending.worker !== worker) continue;
      this.#pending.delete(id);
      pending.reject(new SubjectError('crashed', 'Het proces dat antwoordde, is gestopt.'));
    }
  }
}
