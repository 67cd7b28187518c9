import type { RequestHandler } from 'express';
import type { z } from 'zod/v4';
import type { ModelList } from './chat-completion.ts';
import { MODEL } from './chat-request.ts';

/** What a model was made on is no date here: the sources decide, and each answer tells how recent they are. */
const CREATED = 0;

/** `GET /openai/v1/models`: this assistant, as the one model there is. */
export const models: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-cache').json({ object: 'list', data: [{ id: MODEL, object: 'model', created: CREATED, owned_by: 'bekostigingswijzer' }] } satisfies z.infer<typeof ModelList>);
};
