import type { Problem } from '../contract.ts';
import {
  AppError,
  BadInputError,
  IndexUnusableError,
  NotFoundError,
  NotReadyError,
  QueueFullError,
  StorageFullError,
  UnavailableError,
} from '../errors.ts';
import { PatientDataError } from '../privacy/patient-data.ts';
import { bodyLimit } from './body-limits.ts';
import {
  ForbiddenError,
  MethodNotAllowedError,
  PayloadTooLargeError,
  RateLimitedError,
  RefusedRequestError,
  UnsupportedMediaTypeError,
} from './http-errors.ts';

export interface ProblemResponse {
  problem: Problem;
  headers: Record<string, string>;
}

interface Kind {
  slug: string;
  status: number;
  title: string;
  /** Replaces the error's own message where that speaks to an administrator. */
  detail?: string;
}

/** Seconds after which a client may try again when no better figure is known. */
const retrySeconds = 2;

/** The one place where an error becomes a status. First class that fits; classes not listed are our own fault (500). */
const kinds: [abstract new (...args: never[]) => AppError, Kind][] = [
  [PatientDataError, { slug: 'patientgegevens', status: 400, title: 'Geen gegevens van patiënten' }],
  [BadInputError, { slug: 'ongeldige-invoer', status: 400, title: 'De invoer klopt niet' }],
  [ForbiddenError, { slug: 'niet-toegestaan', status: 403, title: 'Dit is niet toegestaan' }],
  [NotFoundError, { slug: 'niet-gevonden', status: 404, title: 'Niet gevonden' }],
  [MethodNotAllowedError, { slug: 'methode-niet-toegestaan', status: 405, title: 'Deze methode kan hier niet' }],
  [PayloadTooLargeError, { slug: 'te-groot', status: 413, title: 'Het bericht is te groot' }],
  [UnsupportedMediaTypeError, { slug: 'verkeerde-vorm', status: 415, title: 'Deze vorm kan de server niet lezen' }],
  [RateLimitedError, { slug: 'te-veel-verzoeken', status: 429, title: 'Te veel verzoeken' }],
  [NotReadyError, { slug: 'nog-niet-klaar', status: 503, title: 'De server is nog niet klaar' }],
  [QueueFullError, { slug: 'te-druk', status: 503, title: 'Het is te druk' }],
  [StorageFullError, { slug: 'vol', status: 507, title: 'Er is geen plaats meer' }],
  [UnavailableError, { slug: 'niet-beschikbaar', status: 503, title: 'Niet beschikbaar' }],
  [
    IndexUnusableError,
    {
      slug: 'bronnen-niet-beschikbaar',
      status: 503,
      title: 'De bronnen zijn niet beschikbaar',
      detail: 'De bronnen zijn nu niet te lezen. Probeer het later opnieuw.',
    },
  ],
];

const refused = { slug: 'niet-mogelijk', title: 'Dit verzoek kan hier niet' };

const ownFault: Kind = {
  slug: 'storing',
  status: 500,
  title: 'Er ging iets mis',
  detail: 'Er ging iets mis aan onze kant. Probeer het opnieuw. Blijft het misgaan? Meld dan het nummer van deze melding aan de beheerder.',
};

/** What a client sees of an error: Dutch, without stack, path or message of a library. */
export function toProblem(error: unknown, requestId: string | undefined): ProblemResponse {
  const known = error instanceof AppError ? error : fromLibrary(error);
  const kind = kindOf(known);
  const detail = kind.detail ?? known?.message ?? kind.title;
  return {
    problem: {
      type: `urn:problem-type:bekostigingswijzer:${kind.slug}`,
      title: kind.title,
      status: kind.status,
      detail,
      ...(requestId === undefined ? {} : { instance: `urn:uuid:${requestId}` }),
      ...(known instanceof BadInputError && known.faults.length > 0 ? { errors: [...known.faults] } : {}),
    },
    headers: headersOf(known, kind.status),
  };
}

function kindOf(error: AppError | undefined): Kind {
  if (error instanceof RefusedRequestError) return { ...refused, status: error.status };
  return kinds.find(([type]) => error instanceof type)?.[1] ?? ownFault;
}

function headersOf(error: AppError | undefined, status: number): Record<string, string> {
  if (error instanceof MethodNotAllowedError) return { Allow: error.allow.join(', ') };
  if (error instanceof RateLimitedError) return { 'Retry-After': String(error.seconds) };
  if (error instanceof UnsupportedMediaTypeError) return { Accept: 'application/json' };
  return status === 503 ? { 'Retry-After': String(retrySeconds) } : {};
}

/** Errors of Express and its body parser carry a `type` or a client status; anything else is our own fault. */
function fromLibrary(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { type, status, limit, expose } = error as Record<'type' | 'status' | 'limit' | 'expose', unknown> & Error;
  switch (type) {
    case 'entity.parse.failed':
      return new BadInputError("De inhoud is geen geldige JSON. Controleer aanhalingstekens, komma's en haakjes.");
    case 'entity.too.large':
    case 'parameters.too.many':
      return new PayloadTooLargeError(typeof limit === 'number' ? limit : bodyLimit);
    case 'charset.unsupported':
      return new UnsupportedMediaTypeError('Stuur de inhoud als UTF-8.');
    case 'encoding.unsupported':
      return new UnsupportedMediaTypeError('Stuur de inhoud zonder compressie (geen Content-Encoding).');
    case 'request.aborted':
    case 'request.size.invalid':
      return new BadInputError('De inhoud kwam niet volledig binnen. Stuur het verzoek opnieuw.');
  }
  if (error instanceof URIError) return new BadInputError('Het adres klopt niet: er staat een ongeldige %-code in.');
  // a range or condition that a file does not meet. `expose` marks errors of the HTTP libraries: a refusal that this server
  // itself met elsewhere (status 401 of an embeddings address) is not the client's doing
  const refusedByLibrary = expose === true && typeof status === 'number' && status >= 400 && status < 500;
  return refusedByLibrary ? new RefusedRequestError(status) : undefined;
}
