import { connect } from 'node:net';
import { ModelFailure } from './model-failure.ts';

/**
 * Whether anything listens at an address, within its own time: clients of models count connecting and thinking together.
 * @throws ModelFailure when nothing does; the signal's reason when it is aborted
 */
export function canConnect({ hostname, port, protocol }: URL, withinMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)), ...(signal && { signal }) });
    const fail = (): void => {
      socket.destroy();
      reject(signal?.aborted ? (signal.reason as Error) : new ModelFailure('connect'));
    };
    const timer = setTimeout(fail, withinMs);
    socket.once('close', () => clearTimeout(timer));
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
