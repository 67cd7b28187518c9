import { z } from 'zod/v4';
import type { Problem } from '../../../contract.ts';

export const OpenAiError = z
  .object({
    error: z.object({
      message: z.string().describe('Dutch, for people'),
      type: z.enum(['invalid_request_error', 'rate_limit_error', 'server_error']),
      param: z.string().nullable().describe('The field that is wrong'),
      code: z.string().describe('Stable kind of problem'),
    }),
  })
  .meta({ id: 'OpenAiError' });
export type OpenAiError = z.infer<typeof OpenAiError>;

/** Clients act on some of OpenAI's own codes; the others are ours. */
const codes: Record<string, string> = { 'te-veel-verzoeken': 'rate_limit_exceeded', 'ongeldige-invoer': 'invalid_value', 'niet-gevonden': 'not_found' };

/** A problem in OpenAI's form. */
export function openAiError({ type, detail, status, errors = [] }: Problem): OpenAiError {
  const kind = type.slice(type.lastIndexOf(':') + 1);
  const [first, ...others] = errors;
  return {
    error: {
      message: first !== undefined && others.length === 0 ? first.detail : detail,
      type: status >= 500 ? 'server_error' : status === 429 ? 'rate_limit_error' : 'invalid_request_error',
      param: first?.field ?? null,
      code: codes[kind] ?? kind,
    },
  };
}
