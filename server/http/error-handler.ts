import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { errorInProtocolOf } from './doors/other-protocols.ts';
import { toProblem } from './problem.ts';

/** A way to show a problem to a person; `undefined` where only programs come. */
export type ProblemPage = (problem: { title: string; detail: string; status: number }) => string;

/**
 * Turns whatever was thrown into problem+json; a browser that asks for a page outside the API gets the same text as
 * one, and clients of another protocol get it in that protocol's form. Our own faults are logged with the request id, without the error's message.
 */
export function errorHandler(logger: Logger, page: ProblemPage): ErrorRequestHandler {
  // four parameters make it an error handler for Express
  return (error: unknown, req, res, _next) => {
    const { problem, headers } = toProblem(error, res.locals['requestId'] as string | undefined);
    if (problem.status === 500) {
      logger.error({ requestId: res.locals['requestId'] as string, route: res.locals['route'] as string, err: error }, 'request failed');
    }
    if (res.headersSent) {
      // half a response cannot be mended: cutting it off is the only honest signal
      res.destroy();
      return;
    }
    res.status(problem.status).set(headers).set('Cache-Control', 'no-store');
    const ownForm = errorInProtocolOf(req.path, problem);
    if (ownForm) res.json(ownForm);
    else if (wantsPage(req)) res.type('html').send(page(problem));
    else sendProblem(res, problem);
  };
}

/** `res.json` would add a charset parameter, which this media type does not have. */
function sendProblem(res: Response, problem: object): void {
  res.set('Content-Type', 'application/problem+json');
  res.send(Buffer.from(JSON.stringify(problem)));
}

function wantsPage(req: Request): boolean {
  if (req.path.startsWith('/api/')) return false;
  return req.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html';
}
