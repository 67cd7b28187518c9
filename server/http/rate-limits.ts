import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Caller } from '../assistant/services.ts';
import { BadInputError } from '../errors.ts';
import { RateLimitedError } from './http-errors.ts';

export interface RateLimits {
  /** Every call of the API. */
  perAddress: RequestHandler[];
  /** Calls that cost work: questions, searches, feedback. */
  perSession: RequestHandler[];
  /** Pages, for which a browser asks without anyone knowing how many are at an address. */
  pages: RequestHandler[];
  /** Feedback of an address a day: it is kept. */
  feedback: RequestHandler[];
}

const windowMs = 60_000;
const dayMs = 86_400_000;
/** What a client may call its session. */
export const sessionId = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Limits a minute (0 = none), and one a day for what is stored. A hospital's people share one address, so the address has the wider limit; a session is
 * what a client calls itself in `X-Session` (a random value, kept for a tab), within its address; without the header the
 * address itself is the session. A client that invents sessions still meets the limit of its address.
 */
export function rateLimits(limits: { perAddress: number; perSession: number; pages?: number; feedback?: number }): RateLimits {
  return {
    perAddress: [limiter('adres', limits.perAddress, addressOf)],
    perSession: [checkSession, limiter('sessie', limits.perSession, (req) => `${addressOf(req)}|${req.get('x-session') ?? ''}`)],
    pages: [limiter('paginas', limits.pages ?? 0, addressOf)],
    feedback: [limiter('feedback', limits.feedback ?? 0, addressOf, dayMs)],
  };
}

function limiter(identifier: string, limit: number, keyGenerator: (req: Request) => string, within = windowMs): RequestHandler {
  if (limit === 0) return (_req, _res, next) => next();
  return rateLimit({
    windowMs: within,
    limit,
    identifier,
    keyGenerator,
    // a preflight is the browser's question, not the user's
    skip: (req) => req.method === 'OPTIONS',
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // these checks print to the console when a client sends a proxy header; which of them count is configured (TRUST_PROXY)
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_req, res, next) => next(new RateLimitedError(Number(res.getHeader('Retry-After') ?? within / 1000))),
  });
}

/** Whose work a request is, as the limits see it. */
export function callerOf(req: Request): Caller {
  return { address: addressOf(req), session: req.get('x-session') ?? '' };
}

/** IPv6 by its /56, which is what one subscriber has. */
function addressOf(req: Request): string {
  return req.ip === undefined ? 'onbekend' : ipKeyGenerator(req.ip);
}

const checkSession: RequestHandler = (req, _res, next) => {
  const session = req.get('x-session');
  if (session !== undefined && !sessionId.test(session)) {
    throw new BadInputError('X-Session: gebruik 8 tot en met 64 letters, cijfers, streepjes of liggende streepjes.');
  }
  next();
};
