import type { RequestHandler } from 'express';
import { NotReadyError } from '../../errors.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import type { Readiness } from '../../runtime/readiness.ts';

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

/** `GET /metrics`: Prometheus text. */
export function metricsText(metrics: Metrics): RequestHandler {
  return async (_req, res) => {
    const { contentType, text } = await metrics.render();
    res.set('Cache-Control', 'no-store').set('Content-Type', contentType).send(Buffer.from(text));
  };
}
