import { AppError } from '../errors.ts';
import { bodyLimit, bodyLimitWithHistory } from './body-limits.ts';

/** The path exists, the method does not; `allow` lists what does. */
export class MethodNotAllowedError extends AppError {
  override readonly name = 'MethodNotAllowedError';
  readonly allow: readonly string[];

  constructor(allow: readonly string[]) {
    const useful = allow.filter((method) => method === 'GET' || method === 'POST');
    super(`Dit adres kent deze methode niet. Gebruik ${useful.join(' of ')}.`);
    this.allow = allow;
  }
}

/** The caller may not use this address, whatever it asks. */
export class ForbiddenError extends AppError {
  override readonly name = 'ForbiddenError';
}

export class PayloadTooLargeError extends AppError {
  override readonly name = 'PayloadTooLargeError';

  /** @param limit Bytes that are allowed. */
  constructor(limit: number) {
    const size = `${Math.floor(limit / 1024)} kB`;
    super(
      limit === bodyLimitWithHistory
        ? `Het bericht is te groot. Stuur hoogstens ${size}, en zonder eerdere berichten (history) hoogstens ${bodyLimit / 1024} kB.`
        : `Het bericht is te groot. Stuur hoogstens ${size}.`,
    );
  }
}

export class UnsupportedMediaTypeError extends AppError {
  override readonly name = 'UnsupportedMediaTypeError';
}

export class RateLimitedError extends AppError {
  override readonly name = 'RateLimitedError';
  /** Seconds until the next request is let through. */
  readonly seconds: number;

  constructor(seconds: number) {
    super(`U stuurt veel verzoeken na elkaar. Wacht ${waitInWords(seconds)} en probeer het dan opnieuw.`);
    this.seconds = seconds;
  }
}

function waitInWords(seconds: number): string {
  if (seconds > 7200) return `${Math.ceil(seconds / 3600)} uur`;
  if (seconds > 120) return `${Math.ceil(seconds / 60)} minuten`;
  return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
}

/** A library refused the request for a reason of its own, with a status from 400 to 499. */
export class RefusedRequestError extends AppError {
  override readonly name = 'RefusedRequestError';
  readonly status: number;

  constructor(status: number) {
    super('De server kan dit verzoek niet uitvoeren. Controleer het adres en de kopregels.');
    this.status = status;
  }
}
