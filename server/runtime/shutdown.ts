import type { Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { Connections } from './connections.ts';

/** Time that requests under way get when the server stops, in milliseconds. */
export const graceMs = 10_000;

/** A request that was sent before the server stopped may still be under way on a connection that waits for one. */
const arrivingMs = 500;
/** Connections that the system has made already are taken a few in a turn of the event loop; so many turns at most. */
const MOST_ACCEPTING_TURNS = 1000;

/**
 * Takes what has come in, stops accepting, lets requests under way finish and closes connections that wait for one; what
 * still runs after `withinMs` is cut off. Resolves when no connection is left; `cutOff` says whether the time ran out.
 */
export async function closeServer(server: Server, withinMs = graceMs): Promise<{ cutOff: boolean }> {
  const connections = Connections.of(server);
  connections.endAfterAnswers();
  await acceptWaiting(connections);
  let cutOff = false;
  let closed = false;
  const timer = setTimeout(() => {
    cutOff = true;
    connections.closeAll();
  }, withinMs);
  const done = new Promise<void>((resolve) =>
    connections.stopListening(() => {
      closed = true;
      resolve();
    }),
  );
  void (async () => {
    await Promise.race([delay(Math.min(arrivingMs, withinMs)), done]);
    while (!closed) {
      // after a turn of the loop, so that what has come in is known to be a request
      await nextTurn();
      connections.closeIdle();
      await Promise.race([delay(50), done]);
    }
  })();
  await done;
  clearTimeout(timer);
  return { cutOff };
}

/** Until a whole turn has brought nothing new; the first is only the rest of one. */
async function acceptWaiting(connections: Connections): Promise<void> {
  await nextTurn();
  for (let turn = 0; turn < MOST_ACCEPTING_TURNS; turn += 1) {
    const before = connections.made;
    await nextTurn();
    if (connections.made === before) return;
  }
}
