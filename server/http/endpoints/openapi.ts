import type { RequestHandler } from 'express';
import type { CheckDescription } from '../../contract.ts';
import type { Readiness } from '../../runtime/readiness.ts';

/** `GET /api/v1/openapi.json`. Before the rules are loaded the facts of the check are described in general. */
export function openapi(readiness: Readiness, createDocument: (check?: CheckDescription) => object): RequestHandler {
  return (_req, res) => {
    const check = readiness.isReady ? readiness.services().rules?.describe() : undefined;
    res.set('Cache-Control', 'no-cache').json(createDocument(check));
  };
}
