import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from './runtime/config.ts';
import { NotFoundError } from './errors.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { errorHandler } from './http/error-handler.ts';
import { jsonBody } from './http/json-body.ts';
import { addPages, problemPage } from './http/pages/pages.ts';
import { rateLimits } from './http/rate-limits.ts';
import { requestLog } from './http/request-log.ts';
import { route } from './http/add-endpoint.ts';
import { ask } from './http/endpoints/ask.ts';
import { allocate, describeCheck, runCheck } from './http/endpoints/check.ts';
import { getDocument, listDocuments } from './http/endpoints/documents.ts';
import { feedback } from './http/endpoints/feedback.ts';
import { livez, metricsText, readyz } from './http/endpoints/health.ts';
import { openapi } from './http/endpoints/openapi.ts';
import { search } from './http/endpoints/search.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Metrics } from './runtime/metrics.ts';
import type { Readiness } from './runtime/readiness.ts';
import type { FeedbackStore } from './assistant/services.ts';

export interface AppDependencies {
  config: Pick<Config, 'rateLimits' | 'trustProxy' | 'allowedOrigins' | 'frameAncestors'>;
  logger: Logger;
  metrics: Metrics;
  /** Assistant, documents and rules, once they are loaded. */
  readiness: Readiness;
  feedback: FeedbackStore;
}

/** The whole HTTP interface as an Express application that does not listen. */
export function createApp({ config, logger, metrics, readiness, feedback: store }: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('case sensitive routing', true);
  app.set('query parser', 'simple');
  const limits = rateLimits(config.rateLimits);

  app.use(requestLog(logger, metrics), ...securityHeaders(config.frameAncestors), crossOrigin(config.allowedOrigins));

  route(app, '/livez', { get: [livez] });
  route(app, '/readyz', { get: [readyz(readiness)] });
  route(app, '/metrics', { get: [metricsText(metrics)] });

  app.use('/api', ...limits.perAddress);
  const { perSession } = limits;
  route(app, '/api/v1/ask', { post: [...perSession, ...jsonBody({ history: true }), ask(readiness, logger)] });
  route(app, '/api/v1/search', { post: [...perSession, ...jsonBody(), search(readiness)] });
  route(app, '/api/v1/feedback', { post: [...perSession, ...jsonBody(), feedback(store, metrics)] });
  route(app, '/api/v1/documents', { get: [listDocuments(readiness)] });
  route(app, '/api/v1/documents/:id', { get: [getDocument(readiness) as RequestHandler] });
  route(app, '/api/v1/check', { get: [describeCheck(readiness)], post: [...jsonBody(), runCheck(readiness)] });
  route(app, '/api/v1/allocation', { post: [...jsonBody(), allocate(readiness)] });
  route(app, '/api/v1/openapi.json', { get: [openapi(readiness)] });

  addPages(app, readiness, limits);

  app.use(() => {
    throw new NotFoundError('Dit adres bestaat niet. Kijk op /api/v1/openapi.json welke adressen er zijn.');
  });
  app.use(errorHandler(logger, problemPage));
  return app;
}
