import { ModelFailure } from './model-failure.ts';

export interface TimeLimits {
  /** To the first piece of text. */
  firstTokenMs: number;
  /** From one piece to the next. */
  nextTokenMs: number;
  /** To the end. */
  totalMs: number;
}

/**
 * The pieces of a stream, each within its time. A source that does not end when it is aborted is left behind.
 * @param open begins the stream; its signal is aborted when a limit has passed, when `outer` is, or when nobody reads on
 * @throws ModelFailure when a limit has passed; the reason of `outer` when that was aborted
 */
export async function* watched(open: (signal: AbortSignal) => Promise<AsyncIterable<string>>, limits: TimeLimits, outer?: AbortSignal): AsyncGenerator<string> {
  const ended = new AbortController();
  const leave = (): void => ended.abort(outer?.reason);
  outer?.throwIfAborted();
  outer?.addEventListener('abort', leave, { once: true });
  const aborted = new Promise<never>((_, reject) => ended.signal.addEventListener('abort', () => reject(ended.signal.reason as Error), { once: true }));
  // Nobody may be waiting when it is aborted.
  aborted.catch(() => undefined);
  const after = (ms: number, reason: 'first-token' | 'next-token' | 'total'): NodeJS.Timeout => setTimeout(() => ended.abort(new ModelFailure(reason)), ms);
  const whole = after(limits.totalMs, 'total');
  let next = after(limits.firstTokenMs, 'first-token');
  try {
    const pieces = (await Promise.race([open(ended.signal), aborted]))[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
    for (;;) {
      const { value, done }: IteratorResult<string, undefined> = await Promise.race([pieces.next(), aborted]);
      if (done) return;
      // Only text counts: a server may keep a line open with empty pieces.
      if (value === '') continue;
      clearTimeout(next);
      next = after(limits.nextTokenMs, 'next-token');
      yield value;
    }
  } finally {
    clearTimeout(whole);
    clearTimeout(next);
    outer?.removeEventListener('abort', leave);
    ended.abort();
  }
}
