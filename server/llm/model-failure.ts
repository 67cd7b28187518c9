import type { WritingFailure } from './writing.ts';

/** Why a language model gave no (whole) answer, for programs; never its address, its key or what it wrote. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly reason: WritingFailure;

  constructor(reason: WritingFailure) {
    super(reason);
    this.reason = reason;
  }
}

/** What went wrong in the client of the model, told apart as far as operators need it. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { status, code, cause, name = '' } = (error ?? {}) as { status?: unknown; code?: unknown; cause?: unknown; name?: string };
  if (typeof status === 'number') return new ModelFailure('status');
  const codes = [code, (cause as { code?: unknown } | undefined)?.code, (cause as { cause?: { code?: unknown } } | undefined)?.cause?.code];
  if (/Connection/.test(name) || codes.some((one) => typeof one === 'string' && /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENETUN|UND_ERR_CONNECT)/.test(one))) return new ModelFailure('connect');
  return new ModelFailure('content');
}
