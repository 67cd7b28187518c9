import type { Request, RequestHandler } from 'express';
import type { Administration } from '../../admin/administration.ts';
import { isSame, type Session } from '../../admin/sessions.ts';
import { ForbiddenError } from '../http-errors.ts';
import { sessionKey } from './session-cookie.ts';

/**
 * A form of another site is refused before it is read. Browsers tell where a request comes from; what is no browser has no
 * session of somebody else to misuse.
 */
export const sameSite: RequestHandler = (req, _res, next) => {
  const from = req.get('sec-fetch-site');
  if (req.method === 'POST' && from !== undefined && from !== 'same-origin' && from !== 'none') throw new ForbiddenError('Dit formulier kwam van een andere site. Open /beheer zelf en probeer het daar.');
  next();
};

/** Nobody keeps or lists these pages. */
export const privatePages: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
  next();
};

/** Whoever is not logged in gets the login form, also where he asked for something that does not exist; his body is not read. */
export function needsSession({ session }: Pick<Administration, 'session'>): RequestHandler {
  return (req, res, next) => {
    const found = session(sessionKey(req));
    if (!found) {
      if (req.method === 'POST') res.set('Connection', 'close');
      res.redirect(303, '/beheer/inloggen');
      return;
    }
    res.locals['session'] = found;
    next();
  };
}

export const sessionOf = (req: Request): Session => req.res?.locals['session'] as Session;

/** @throws ForbiddenError for a form that this session was not given */
export function checkToken(session: Session, token: unknown): void {
  if (typeof token !== 'string' || !isSame(token, session.csrf)) throw new ForbiddenError('Dit formulier is niet meer geldig. Ga terug, laad de pagina opnieuw en probeer het nog eens.');
}
