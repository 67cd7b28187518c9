import { z } from 'zod/v4';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { Problem } from '../../contract.ts';
import { type AppError, BadInputError, NotFoundError, NotReadyError, StorageFullError } from '../../errors.ts';
import { OpenAiError, openAiError } from '../doors/openai/openai-error.ts';
import { bodyLimit } from '../body-limits.ts';
import { ForbiddenError, PayloadTooLargeError, RateLimitedError, UnsupportedMediaTypeError } from '../http-errors.ts';
import { toProblem } from '../problem.ts';

const retryAfter = { 'Retry-After': z.string().meta({ description: 'Seconds to wait', example: '12' }) };

/** Every kind of problem a client can meet, with an example made by the code that makes the real ones. */
const kinds = {
  400: ['The input is wrong; `errors` names every fault', new BadInputError('question: Vul een vraag in.', [{ field: 'question', detail: 'Vul een vraag in.' }])],
  403: ['Not for this caller', new ForbiddenError('De cijfers zijn alleen op de server zelf te lezen. Stel METRICS_TOKEN in om ze elders te lezen.')],
  404: ['There is no such thing', new NotFoundError('Dit document staat niet bij de bronnen. Op /api/v1/documents staat welke er zijn.')],
  413: ['The body is larger than 8 kB (32 kB with `history`, 256 kB for a chat completion)', new PayloadTooLargeError(bodyLimit)],
  415: ['The body is not UTF-8 JSON without content encoding', new UnsupportedMediaTypeError('Stuur de inhoud als JSON (Content-Type: application/json).')],
  429: ['Too many requests in a minute', new RateLimitedError(12)],
  500: ['A fault of the server', new Error('example')],
  503: ['Not ready, stopping, or not offered by this server', new NotReadyError('De server start op en leest de bronnen in. Probeer het over enkele seconden opnieuw.')],
  507: ['There is no room to keep it', new StorageFullError('Er is nu geen plaats voor meer feedback. Probeer het later opnieuw of meld het aan de beheerder.')],
} satisfies Record<number, [string, AppError | Error]>;

export type ProblemStatus = keyof typeof kinds;

/** Responses for the statuses an operation can give besides success. */
export function problemResponses(statuses: readonly ProblemStatus[], form?: 'openai'): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const status of statuses) {
    const [description, error] = kinds[status];
    responses[`${status}`] = {
      description,
      ...(status === 429 || status === 503 ? { headers: z.object(retryAfter) } : {}),
      content: contentOf(toProblem(error, '3f0c1a52-7a5e-4d0e-9a51-6f3f2f3f9d10').problem, form),
    };
  }
  return responses;
}

function contentOf(problem: Problem, form: 'openai' | undefined) {
  return form === 'openai' ? { 'application/json': { schema: OpenAiError, example: openAiError(problem) } } : { 'application/problem+json': { schema: Problem, example: problem } };
}
