import { describe, expect, it } from 'vitest';
import { Problem } from '../contract.ts';
import {
  AppError,
  BadInputError,
  ConfigError,
  DocumentError,
  IndexUnusableError,
  NotFoundError,
  NotReadyError,
  QueueFullError,
  StorageFullError,
  UnavailableError,
} from '../errors.ts';
import { PatientDataError } from '../privacy/patient-data.ts';
import { ForbiddenError, MethodNotAllowedError, PayloadTooLargeError, RateLimitedError, UnsupportedMediaTypeError } from './http-errors.ts';
import { toProblem } from './problem.ts';

describe('toProblem', () => {
  it.each([
    [new BadInputError('b'), 400, 'ongeldige-invoer', {}],
    [new PatientDataError(['naam']), 400, 'patientgegevens', {}],
    [new ForbiddenError('f'), 403, 'niet-toegestaan', {}],
    [new NotFoundError('n'), 404, 'niet-gevonden', {}],
    [new MethodNotAllowedError(['GET', 'HEAD', 'OPTIONS']), 405, 'methode-niet-toegestaan', { Allow: 'GET, HEAD, OPTIONS' }],
    [new PayloadTooLargeError(8192), 413, 'te-groot', {}],
    [new UnsupportedMediaTypeError('u'), 415, 'verkeerde-vorm', { Accept: 'application/json' }],
    [new RateLimitedError(12), 429, 'te-veel-verzoeken', { 'Retry-After': '12' }],
    [new NotReadyError('n'), 503, 'nog-niet-klaar', { 'Retry-After': '2' }],
    [new QueueFullError('q'), 503, 'te-druk', { 'Retry-After': '2' }],
    [new StorageFullError('v'), 507, 'vol', {}],
    [new UnavailableError('u'), 503, 'niet-beschikbaar', { 'Retry-After': '2' }],
    [new IndexUnusableError('/srv/index'), 503, 'bronnen-niet-beschikbaar', { 'Retry-After': '2' }],
    [new ConfigError('/srv'), 500, 'storing', {}],
    [new DocumentError('/srv'), 500, 'storing', {}],
    [new AppError('/srv'), 500, 'storing', {}],
    [Object.assign(new Error('/srv'), { status: 416, expose: true }), 416, 'niet-mogelijk', {}],
    [Object.assign(new Error('/srv'), { status: 401 }), 500, 'storing', {}],
    [Object.assign(new URIError('/srv'), { status: 400 }), 400, 'ongeldige-invoer', {}],
    [Object.assign(new Error('/srv'), { status: 502 }), 500, 'storing', {}],
    [new Error('/srv'), 500, 'storing', {}],
    ['/srv', 500, 'storing', {}],
    [undefined, 500, 'storing', {}],
  ])('maps %s to %i %s', (error, status, slug, headers) => {
    const response = toProblem(error, 'nummer');
    expect(Problem.parse(response.problem)).toMatchObject({
      type: `urn:problem-type:bekostigingswijzer:${slug}`,
      status,
      instance: 'urn:uuid:nummer',
    });
    expect(response.headers).toEqual(headers);
    expect(JSON.stringify(response)).not.toContain('/srv');
  });

  it('passes on what users can do something with', () => {
    const fault = { field: 'limit', detail: 'Geef een getal.' };
    expect(toProblem(new BadInputError('limit: Geef een getal.', [fault]), undefined).problem).toMatchObject({
      detail: 'limit: Geef een getal.',
      errors: [fault],
    });
    expect(toProblem(new RateLimitedError(1), undefined).problem.detail).toContain('Wacht 1 seconde en');
    expect(toProblem(new RateLimitedError(30), undefined).problem.detail).toContain('Wacht 30 seconden en');
  });

  it.each([
    ['entity.parse.failed', 400],
    ['entity.too.large', 413],
    ['parameters.too.many', 413],
    ['charset.unsupported', 415],
    ['encoding.unsupported', 415],
    ['request.aborted', 400],
    ['request.size.invalid', 400],
  ])('knows what %s of the body parser means', (type, status) => {
    const { problem } = toProblem(Object.assign(new Error('english text'), { type, status: 418 }), undefined);
    expect(problem.status).toBe(status);
    expect(problem.detail).not.toContain('english');
  });
});
