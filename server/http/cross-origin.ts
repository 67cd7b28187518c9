import cors from 'cors';
import type { RequestHandler } from 'express';

/** Seconds a browser may keep the answer to a preflight. */
const preflightSeconds = 600;

/**
 * Lets pages of the listed origins call the API and load the widget, without credentials (there are none).
 * Other origins get no CORS header, so their browsers keep the answer from them. A preflight goes on to the route, which
 * knows its methods.
 */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  return cors({
    origin: [...allowedOrigins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Content-Type', 'Accept', 'X-Session'],
    exposedHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    maxAge: preflightSeconds,
    preflightContinue: true,
  });
}
