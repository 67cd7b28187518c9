import type { z } from 'zod/v4';
import { BadInputError, type InputFault } from '../errors.ts';
import { allowedInDutch, describeIssues } from './describe-issues.ts';

/**
 * Validates input against a schema of the contract.
 * @throws BadInputError with every fault at once: the field, what is allowed and what was given.
 */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { error: allowedInDutch });
  if (result.success) return result.data;
  throw badInput(describeIssues(result.error.issues, input));
}

/** A single fault reads as a sentence; with more, each carries its field. */
function badInput(faults: InputFault[]): BadInputError {
  return new BadInputError(faults.map(({ field, detail }) => `${field}: ${detail}`).join(' '), faults);
}
