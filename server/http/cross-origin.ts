import cors, { type CorsOptions } from 'cors';
import type { RequestHandler } from 'express';
import { isOtherProtocol } from './doors/other-protocols.ts';

/** Seconds a browser may keep the answer to a preflight. */
const preflightSeconds = 600;

/**
 * Lets pages of the listed origins call the API and load the widget, without credentials (there are none).
 * Other origins get no CORS header, so their browsers keep the answer from them. A preflight goes on to the route, which
 * knows its methods.
 */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  const options: CorsOptions = {
    origin: [...allowedOrigins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    maxAge: preflightSeconds,
    preflightContinue: true,
  };
  const own = cors({ ...options, allowedHeaders: ['Content-Type', 'Accept', 'X-Session'] });
  // libraries of other protocols send headers of their own, which differ by version: whatever they ask for
  const others = cors(options);
  return (req, res, next) => (isOtherProtocol(req.path) ? others : own)(req, res, next);
}
