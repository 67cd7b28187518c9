import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger, describeError } from './logger.ts';

function capture(level = 'info') {
  let text = '';
  const logger = createLogger(
    level,
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString();
        done();
      },
    }),
  );
  return { logger, text: () => text };
}

describe('createLogger', () => {
  it('writes level, time, fields and message as a line of JSON, without process id and host name', () => {
    const { logger, text } = capture();
    logger.info({ route: '/livez' }, 'request');
    const line = JSON.parse(text()) as Record<string, unknown>;
    expect(Object.keys(line)).toEqual(['level', 'time', 'route', 'msg']);
    expect(line).toMatchObject({ level: 30, route: '/livez', msg: 'request' });
  });

  it.each([
    ['an error as field', (log: ReturnType<typeof capture>['logger'], err: Error) => log.error({ err }, 'failed')],
    ['an error without message', (log: ReturnType<typeof capture>['logger'], err: Error) => log.error({ err })],
    ['an error itself', (log: ReturnType<typeof capture>['logger'], err: Error) => log.error(err)],
    ['an error itself with message', (log: ReturnType<typeof capture>['logger'], err: Error) => log.error(err, 'failed')],
  ])('never writes the message of %s', (_name, log) => {
    const { logger, text } = capture();
    log(logger, new TypeError('over KANARIE\n    at KANARIE (/KANARIE.ts:1:1)', { cause: new Error('door KANARIE') }));
    expect(text()).not.toContain('KANARIE');
    const { err } = JSON.parse(text()) as { err: { type: string; stack: string[]; cause: object } };
    expect(err.type).toBe('TypeError');
    expect(err.stack[0]).toContain('logger.test.ts');
    expect(err.cause).toMatchObject({ type: 'Error' });
  });
});

describe('describeError', () => {
  it('keeps codes and gives paths from the project', () => {
    const error = Object.assign(new Error('x'), { code: 'ENOENT' });
    expect(describeError(error)).toMatchObject({ type: 'Error', code: 'ENOENT' });
    expect(JSON.stringify(describeError(error).stack)).not.toContain(import.meta.dirname);
  });

  it('knows nothing but the type of what is no error, and drops names and codes that are no names and codes', () => {
    expect(describeError('KANARIE')).toEqual({ type: 'string' });
    const odd = Object.assign(new Error('x'), { name: 'wie betaalt dit?', code: 'wie betaalt' });
    expect(JSON.stringify(describeError(odd))).not.toContain('betaalt');
  });
});
