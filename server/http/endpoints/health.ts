import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { NotReadyError } from '../../errors.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import { ForbiddenError } from '../http-errors.ts';

/** `GET /livez`: the process answers. */
export const livez: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'levend' });
};

/** `GET /readyz`: index and models are loaded and the server is not stopping; with what makes its answers less good, if anything. */
export function readyz(readiness: Readiness): RequestHandler {
  return (_req, res) => {
    if (readiness.isStopping) throw new NotReadyError('De server stopt. Stuur nieuwe verzoeken naar een andere server.');
    // throws while loading
    const { warnings = [] } = readiness.services();
    res.set('Cache-Control', 'no-store').json({ status: 'gereed', ...(warnings.length > 0 && { warnings }) });
  };
}

/** `GET /metrics`: Prometheus text, for whoever has the token; without one for programs on this machine. */
export function metricsText(metrics: Metrics, token?: string): RequestHandler {
  return async (req, res) => {
    if (!mayRead(req, token)) {
      throw new ForbiddenError(
        token === undefined ? 'De cijfers zijn alleen op de server zelf te lezen. Stel METRICS_TOKEN in om ze elders te lezen.' : 'De cijfers vragen om een sleutel: Authorization: Bearer …',
      );
    }
    const { contentType, text } = await metrics.render();
    res.set('Cache-Control', 'no-store').set('Content-Type', contentType).send(Buffer.from(text));
  };
}

/** A request that came through a proxy on this machine comes from elsewhere. */
function mayRead(req: Request, token: string | undefined): boolean {
  if (token !== undefined) return isSame(req.get('authorization') ?? '', `Bearer ${token}`);
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => req.headers[name] !== undefined);
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(req.socket.remoteAddress ?? '');
}

/** In a time that tells nothing about how much of it is right. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
