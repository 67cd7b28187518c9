import type { Server } from 'node:http';

/** Time that requests under way get when the server stops, in milliseconds. */
export const graceMs = 10_000;

/**
 * Stops accepting, closes idle connections and lets requests under way finish; what still runs after `withinMs` is cut off.
 * Resolves when no connection is left; `cutOff` says whether the time ran out.
 */
export async function closeServer(server: Server, withinMs = graceMs): Promise<{ cutOff: boolean }> {
  let cutOff = false;
  const timer = setTimeout(() => {
    cutOff = true;
    server.closeAllConnections();
  }, withinMs);
  // a connection turns idle when its response ends; without this it would wait for its keep-alive time
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(timer);
  return { cutOff };
}
