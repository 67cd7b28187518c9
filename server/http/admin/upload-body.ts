import express, { type Request, type Response } from 'express';
import { BadInputError } from '../../errors.ts';
import { PayloadTooLargeError } from '../http-errors.ts';

/** Of a document, as `ingest` has it. */
const DOCUMENT_BYTES = 25 * 1024 * 1024;
/** With the boundaries and other fields around it. */
const BODY_BYTES = DOCUMENT_BYTES + 64 * 1024;

export interface Upload {
  fields: FormData;
  name: string;
  bytes: Uint8Array;
}

/** Told in megabytes, unlike other bodies. */
export class DocumentTooLargeError extends PayloadTooLargeError {
  constructor() {
    super(DOCUMENT_BYTES);
    this.message = 'Het bestand is groter dan 25 MB. Splits het document, of bewaar het zonder afbeeldingen.';
  }
}

const whole = express.raw({ type: 'multipart/form-data', limit: BODY_BYTES, inflate: false });

/**
 * Reads a form with one file, in memory: what breaks off leaves nothing.
 * @throws DocumentTooLargeError, BadInputError
 */
export async function readUpload(req: Request, res: Response): Promise<Upload> {
  if (Number(req.headers['content-length'] ?? 0) > BODY_BYTES) {
    // Read off, a body of any size would keep the server busy.
    res.set('Connection', 'close');
    throw new DocumentTooLargeError();
  }
  await new Promise<void>((resolve, reject) => {
    whole(req, res, (error: unknown) => {
      if (error === undefined) resolve();
      else reject((error as { type?: string }).type === 'entity.too.large' ? new DocumentTooLargeError() : (error as Error));
    });
  });
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) throw new BadInputError('Kies een bestand en stuur het formulier opnieuw.');
  const fields = await new globalThis.Response(new Uint8Array(body), { headers: { 'Content-Type': req.get('content-type') ?? '' } }).formData().catch(() => {
    throw new BadInputError('Het bestand kwam niet goed binnen. Stuur het opnieuw.');
  });
  const file = fields.get('bestand');
  if (file === null || typeof file === 'string' || file.name === '') throw new BadInputError('Kies eerst een bestand.');
  if (file.size > DOCUMENT_BYTES) throw new DocumentTooLargeError();
  return { fields, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
