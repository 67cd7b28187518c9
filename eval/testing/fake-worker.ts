import type { TaskMessage } from '../system/worker-protocol.ts';

/** A worker for tests of the pool: repeats the question after a moment, dies on "sterf", fails on "fout". */
process.on('message', ({ id, task }: TaskMessage) => {
  if (task.kind === 'scores') process.send?.({ id, value: [[String(process.pid), 1]] });
  else if (task.kind === 'search') process.send?.({ id, value: [] });
  else if (task.request.question === 'sterf') process.exit(1);
  else if (task.request.question === 'fout') process.send?.({ id, error: { failure: 'refused', message: 'nee' } });
  else setTimeout(() => process.send?.({ id, value: { answer: { question: task.request.question, id: String(process.pid) } } }), 20);
});
