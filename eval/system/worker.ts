import { readConfig } from '../../server/runtime/config.ts';
import { AppError } from '../../server/errors.ts';
import { loadInProcess, type InProcess } from './in-process.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Subject } from './system.ts';
import type { ResultMessage, Task, TaskMessage, TaskResult } from './worker-protocol.ts';

/** A process that answers for the worker pool; its argument is the cache folder, or nothing. */
const config = readConfig(process.env);
const cacheDir = process.argv[2];
/** Patience is the parent's matter. */
const ENDLESS_MS = 2 ** 31 - 1;

let loading: Promise<InProcess> | undefined;
const subjects = new Map<string, Promise<Subject>>();

const load = (): Promise<InProcess> => (loading ??= loadInProcess(config, cacheDir));

function subjectFor(indexDir: string): Promise<Subject> {
  const known = subjects.get(indexDir) ?? load().then((inProcess) => (indexDir === config.indexDir ? inProcess.subject : inProcess.withIndex(indexDir)));
  subjects.set(indexDir, known);
  return known;
}

async function perform(task: Task): Promise<TaskResult[Task['kind']]> {
  if (task.kind === 'scores') return (await load()).memory?.takeUsed() ?? [];
  const subject = await subjectFor(task.indexDir);
  const watch = new Stopwatch(ENDLESS_MS);
  try {
    return await (task.kind === 'ask' ? subject.ask(task.request, watch) : subject.search(task.query, task.limit, watch));
  } finally {
    watch.stop();
  }
}

process.on('message', ({ id, task }: TaskMessage) => {
  const reply = (message: Omit<ResultMessage, 'id'>): void => void process.send?.({ id, ...message } satisfies ResultMessage);
  perform(task).then(
    (value) => reply({ value }),
    (error: unknown) => {
      const foreseen = error instanceof AppError;
      const message = error instanceof Error ? (foreseen ? error.message : `${error.name}: ${error.message}`) : 'onbekend';
      reply({ error: { failure: foreseen ? 'refused' : 'crashed', message } });
    },
  );
});

// Without its parent a worker has no purpose.
process.on('disconnect', () => process.exit());
