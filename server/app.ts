import express, { type Express, type RequestHandler } from 'express';
import type { Config } from './runtime/config.ts';
import { NotFoundError } from './errors.ts';
import { compress } from './http/compress.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { errorHandler } from './http/error-handler.ts';
import { addMcpEndpoint } from './http/doors/mcp/mcp-endpoint.ts';
import { jsonBody } from './http/json-body.ts';
import { addAdministration } from './http/admin/add-administration.ts';
import type { Administration } from './admin/administration.ts';
import { addPages, problemPage } from './http/pages/pages.ts';
import { securityTxt } from './http/pages/security-txt.ts';
import { originOf } from './http/pages/sitemap.ts';
import { rateLimits, type RateLimits } from './http/rate-limits.ts';
import { requestLog } from './http/request-log.ts';
import { addEndpoint } from './http/add-endpoint.ts';
import type { Endpoint, EndpointContext } from './http/endpoint.ts';
import { endpoints } from './http/endpoints.ts';
import { securityHeaders } from './http/security-headers.ts';

export interface AppDependencies extends Omit<EndpointContext, 'metricsToken'> {
  config: Pick<Config, 'rateLimits' | 'metricsToken' | 'securityContact' | 'trustProxy' | 'allowedOrigins' | 'frameAncestors'>;
  /** Without it there is no `/beheer`. */
  administration?: Administration | undefined;
}

/** The whole HTTP interface as an Express application that does not listen. */
export function createApp({ config, administration, ...dependencies }: AppDependencies): Express {
  const context: EndpointContext = { ...dependencies, metricsToken: config.metricsToken };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('case sensitive routing', true);
  app.set('query parser', 'simple');
  const limits = rateLimits(config.rateLimits);

  app.use(requestLog(context.logger, context.metrics), compress(), ...securityHeaders(config.frameAncestors), crossOrigin(config.allowedOrigins));

  app.use(['/api', '/openai'], ...limits.perAddress);
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path);
    addEndpoint(app, path, Object.fromEntries(methods.map((endpoint) => [endpoint.method, handlers(endpoint, context, limits)])));
  }
  addMcpEndpoint(app, context, limits, config);
  addPages(app, context, limits);
  const { securityContact } = config;
  if (securityContact !== undefined) {
    addEndpoint(app, '/.well-known/security.txt', { get: [(req, res) => void res.type('text/plain').send(securityTxt(securityContact, originOf(req), new Date()))] });
  }
  if (administration) addAdministration(app, administration, context.readiness);

  app.use(() => {
    throw new NotFoundError('Dit adres bestaat niet. Kijk op /api/v1/openapi.json welke adressen er zijn.');
  });
  app.use(errorHandler(context.logger, problemPage));
  return app;
}

/** What a request of this endpoint passes, in order. */
function handlers({ limit, isKept, countsNot, body, handler }: Endpoint, context: EndpointContext, { perSession, feedback }: RateLimits): RequestHandler[] {
  const counted = [...(limit === 'session' ? perSession : []), ...(isKept ? feedback : [])];
  const read = body ? jsonBody(body) : [];
  if (countsNot === undefined) return [...counted, ...read, handler(context)];
  return [...read, ...counted.map((count): RequestHandler => (req, res, next) => (countsNot(req.body) ? next() : void count(req, res, next))), handler(context)];
}
