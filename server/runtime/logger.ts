import { pino, type DestinationStream, type Logger } from 'pino';

import { PROJECT_DIR } from '../project-dir.ts';
import { logToStderr } from './log-sink.ts';

export type { Logger } from 'pino';

/**
 * JSON lines with time, level and message. An error is reduced to its class, code and stack frames: messages of errors
 * can carry what a user typed, and no question or answer may reach a log.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: {
        // pino copies an error's message into the line when no message is given
        logMethod(args, method) {
          const [first, message, ...rest] = args as unknown as [unknown, string | undefined, ...unknown[]];
          if (typeof first === 'object' && first !== null) {
            const fields = first instanceof Error ? { err: first } : first;
            method.apply(this, [fields, typeof message === 'string' ? message : 'no message', ...rest] as Parameters<typeof method>);
          } else {
            method.apply(this, args);
          }
        },
      },
    },
    destination ?? logToStderr(),
  );
}

/** What a log may know of an error: its class, code and where it happened, with paths inside the project. */
export function describeError(error: unknown): { type: string; code?: string; stack?: string[]; cause?: object } {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  const frames = withoutMessage(error)
    .split('\n')
    .filter((line) => /^ {4}at [^\n]*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replaceAll(PROJECT_DIR, '.'));
  return {
    type: name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    ...(frames.length > 0 ? { stack: frames } : {}),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/** A stack begins with the message, which may itself hold lines that look like frames. */
function withoutMessage({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}
