import type { Response } from 'express';

/**
 * A signal that aborts when the client leaves before its response was sent, so that the work for it stops.
 * `close` also comes after a complete response; then `writableEnded` is true.
 */
export function clientGone(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableEnded) controller.abort();
  });
  return controller.signal;
}
