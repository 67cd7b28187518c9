import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { BadInputError } from '../errors.ts';
import { bodyLimit, bodyLimitWithHistory } from './body-limits.ts';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './http-errors.ts';

/** Above this announced size the connection is closed rather than the body read off. */
const drainLimit = 1024 * 1024;

/**
 * Reads a JSON body of at most 8 kB, or 32 kB if it carries a non-empty `history`, or `limit` bytes for a protocol of others.
 * @throws UnsupportedMediaTypeError, PayloadTooLargeError, BadInputError (no body, no JSON, no UTF-8) through `next`.
 */
export function jsonBody({ history = false, limit: ownLimit }: { history?: boolean; limit?: number } = {}): RequestHandler[] {
  const limit = ownLimit ?? (history ? bodyLimitWithHistory : bodyLimit);
  const sizes = new WeakMap<object, number>();
  const check: RequestHandler = (req, res, next) => {
    const length = Number(req.headers['content-length'] ?? 0);
    const empty = length === 0 && req.headers['transfer-encoding'] === undefined;
    if (empty) throw new BadInputError('De inhoud ontbreekt. Stuur een JSON-object.');
    if (!req.is('application/json')) {
      throw new UnsupportedMediaTypeError('Stuur de inhoud als JSON (Content-Type: application/json).');
    }
    if (length > drainLimit) {
      res.set('Connection', 'close');
      throw new PayloadTooLargeError(limit);
    }
    next();
  };
  const parse = express.json({
    limit,
    // a bare string or number is valid JSON: the schema says better what is wrong with it
    strict: false,
    // an inflated body would be a way around the limit on the wire
    inflate: false,
    verify(req, _res, bytes, charset) {
      if (charset.toLowerCase() !== 'utf-8') throw new UnsupportedMediaTypeError('Stuur de inhoud als UTF-8.');
      // decoding would replace bad bytes silently and answer another question than the one that was asked
      if (!isUtf8(bytes)) throw new BadInputError('De inhoud is geen geldige UTF-8. Controleer de tekenset van uw programma.');
      sizes.set(req, bytes.length);
    },
  });
  const checkSize: RequestHandler = (req, _res, next) => {
    if ((sizes.get(req) ?? 0) > bodyLimit && !hasHistory(req.body)) throw new PayloadTooLargeError(bodyLimit);
    next();
  };
  return history ? [check, parse, checkSize] : [check, parse];
}

function hasHistory(body: unknown): boolean {
  const { history } = (body ?? {}) as { history?: unknown };
  return Array.isArray(history) && history.length > 0;
}
