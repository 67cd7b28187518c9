import type { Request, Response } from 'express';

const NAME = 'beheer';
const PATH = '/beheer';

/** The key of a session, or undefined. */
export function sessionKey(req: Request): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === NAME && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** No script reads it, no other site sends it, and it ends with the browser. `Secure` where the visitor came by https. */
export function giveSession(req: Request, res: Response, key: string): void {
  res.cookie(NAME, key, { httpOnly: true, sameSite: 'strict', secure: req.secure, path: PATH });
}

export function takeSession(req: Request, res: Response): void {
  res.clearCookie(NAME, { httpOnly: true, sameSite: 'strict', secure: req.secure, path: PATH });
}
