import type { RequestHandler } from 'express';
import { NotFoundError } from '../../errors.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import { note } from '../request-log.ts';

/** Sources change with the index only; a client asks again with `If-None-Match`. */
const revalidate = 'no-cache';

/** `GET /api/v1/documents`: the sources without their text. */
export function listDocuments(readiness: Readiness): RequestHandler {
  return (_req, res) => {
    res.set('Cache-Control', revalidate).json(readiness.services().documents.list());
  };
}

/** `GET /api/v1/documents/{id}`: one source with the text that citations count in. */
export function getDocument(readiness: Readiness): RequestHandler<{ id: string }> {
  return (req, res) => {
    const document = readiness.services().documents.get(req.params.id);
    if (document === undefined) {
      throw new NotFoundError('Dit document staat niet bij de bronnen. Op /api/v1/documents staat welke er zijn.');
    }
    note(res, { documents: [document.id] });
    res.set('Cache-Control', revalidate).json(document);
  };
}
