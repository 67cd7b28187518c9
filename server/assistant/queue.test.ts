import { describe, expect, it, vi } from 'vitest';
import { QueueFullError } from '../errors.ts';
import { ModelQueue } from './queue.ts';

/** A task that runs until it is told to finish. */
function manual<T>(value: T) {
  let finish = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const done = new Promise<T>((resolve, reject) => {
    finish = () => resolve(value);
    fail = reject;
  });
  return { task: vi.fn(() => done), finish, fail };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('ModelQueue', () => {
  it('runs one task at a time, in the order of arrival', async () => {
    const queue = new ModelQueue({ depth: 8 });
    const tasks = ['a', 'b', 'c'].map((name) => manual(name));
    const results = tasks.map(({ task }) => queue.run(task));
    const started = () => tasks.map(({ task }) => task.mock.calls.length);
    await settled();
    expect(started()).toEqual([1, 0, 0]);
    tasks[0]?.finish();
    await expect(results[0]).resolves.toBe('a');
    await settled();
    expect(started()).toEqual([1, 1, 0]);
    tasks[1]?.finish();
    await settled();
    expect(started()).toEqual([1, 1, 1]);
    tasks[2]?.finish();
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c']);
  });

  it('lets nobody slip in between two tasks', async () => {
    const queue = new ModelQueue({ depth: 8 });
    let running = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, (running += 1));
      await settled();
      running -= 1;
    };
    const late: Promise<void>[] = [];
    const early = [0, 1, 2].map(() => queue.run(task).then(() => void late.push(queue.run(task))));
    await Promise.all(early);
    await Promise.all(late);
    expect(most).toBe(1);
  });

  it('refuses at once what does not fit and takes work again afterwards', async () => {
    const queue = new ModelQueue({ depth: 2 });
    const first = manual('a');
    const results = [queue.run(first.task), queue.run(() => 'b'), queue.run(() => 'c')];
    const refused = vi.fn(() => 'd');
    await expect(queue.run(refused)).rejects.toBeInstanceOf(QueueFullError);
    expect(refused).not.toHaveBeenCalled();
    first.finish();
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c']);
    await expect(queue.run(() => 'e')).resolves.toBe('e');
  });

  it('with depth 0 runs at once or not at all', async () => {
    const queue = new ModelQueue({ depth: 0 });
    const first = manual('a');
    const result = queue.run(first.task);
    await expect(queue.run(() => 'b')).rejects.toBeInstanceOf(QueueFullError);
    first.finish();
    await result;
    await expect(queue.run(() => 'c')).resolves.toBe('c');
  });

  it('goes on after a task that fails, also synchronously', async () => {
    const queue = new ModelQueue({ depth: 8 });
    const failing = queue.run(() => Promise.reject(new Error('kapot')));
    const throwing = queue.run(() => {
      throw new Error('meteen kapot');
    });
    const next = queue.run(() => 'goed');
    await expect(failing).rejects.toThrow('kapot');
    await expect(throwing).rejects.toThrow('meteen kapot');
    await expect(next).resolves.toBe('goed');
  });

  it('lets a waiting task leave when its client leaves, and never starts it', async () => {
    const queue = new ModelQueue({ depth: 1 });
    const first = manual('a');
    const running = queue.run(first.task);
    const client = new AbortController();
    const abandoned = vi.fn(() => 'b');
    const waiting = queue.run(abandoned, client.signal);
    client.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    // its place is free again
    const next = queue.run(() => 'c');
    first.finish();
    await expect(running).resolves.toBe('a');
    await expect(next).resolves.toBe('c');
    expect(abandoned).not.toHaveBeenCalled();
  });

  it('does not start for a client that has left already', async () => {
    const queue = new ModelQueue({ depth: 1 });
    const task = vi.fn(() => 'a');
    await expect(queue.run(task, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(task).not.toHaveBeenCalled();
    await expect(queue.run(() => 'b')).resolves.toBe('b');
  });

  it('does not start a task whose client leaves in the moment it is handed the turn', async () => {
    const client = new AbortController();
    const abandoned = vi.fn(() => 'b');
    const depths: number[] = [];
    const queue = new ModelQueue({
      depth: 2,
      onDepth: (count) => {
        if ((depths.at(-1) ?? 0) > count) client.abort();
        depths.push(count);
      },
    });
    const running = queue.run(() => settled().then(() => 'a'));
    const waiting = queue.run(abandoned, client.signal);
    const last = queue.run(() => 'c');
    await expect(running).resolves.toBe('a');
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(abandoned).not.toHaveBeenCalled();
    await expect(last).resolves.toBe('c');
  });

  it('gives a running task the signal and keeps its place until it has settled', async () => {
    const queue = new ModelQueue({ depth: 1 });
    const client = new AbortController();
    const first = manual('a');
    const running = queue.run(first.task, client.signal);
    const next = vi.fn(() => 'b');
    const waiting = queue.run(next);
    expect(first.task).toHaveBeenCalledWith(client.signal);
    client.abort();
    await settled();
    expect(next).not.toHaveBeenCalled();
    first.fail(new Error('gestopt'));
    await expect(running).rejects.toThrow('gestopt');
    await expect(waiting).resolves.toBe('b');
  });

  it('lets what goes on with something begun wait at the head of the line', async () => {
    const queue = new ModelQueue({ depth: 8 });
    const running = manual('a');
    const order: string[] = [];
    const results = [
      queue.run(running.task),
      queue.run(() => order.push('b')),
      queue.run(() => order.push('c'), undefined, { first: true }),
    ];
    running.finish();
    await Promise.all(results);
    expect(order).toEqual(['c', 'b']);
  });

  it('tells how many wait', async () => {
    const depths: number[] = [];
    const queue = new ModelQueue({ depth: 8, onDepth: (waiting) => depths.push(waiting) });
    const first = manual('a');
    const client = new AbortController();
    const results = [queue.run(first.task), queue.run(() => 'b'), queue.run(() => 'c')];
    const left = queue.run(() => 'd', client.signal);
    expect(queue.waiting).toBe(3);
    client.abort();
    await expect(left).rejects.toThrow();
    first.finish();
    await Promise.all(results);
    expect(depths).toEqual([1, 2, 3, 2, 1, 0]);
    expect(queue.waiting).toBe(0);
  });
});
