import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { AskRequest, type Answer } from '../../contract.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import type { Assistant, AskOptions } from '../../assistant/services.ts';
import { clientGone } from '../client-gone.ts';
import { EventStream } from '../event-stream.ts';
import { keepPatientDataOut } from '../keep-patient-data-out.ts';
import { parse } from '../parse.ts';
import { toProblem } from '../problem.ts';
import { callerOf } from '../rate-limits.ts';
import { note } from '../request-log.ts';

/** `POST /api/v1/ask`: an answer as JSON, or as events while it is made (`Accept: text/event-stream`). */
export function ask(readiness: Readiness, logger: Logger, metrics: Metrics): RequestHandler {
  return async (req, res) => {
    const request = parse(AskRequest, req.body);
    // the assistant's own turns quote the sources, in which names and telephone numbers may stand
    const earlier = (request.history ?? []).filter(({ role }) => role === 'user');
    keepPatientDataOut(request, metrics, ...earlier.map(({ content }) => content));
    const { assistant } = readiness.services();
    if (wantsEvents(req)) await stream(assistant, request, res, logger);
    else await answer(assistant, request, res);
  };
}

/** Equal preference gives JSON. */
function wantsEvents(req: Request): boolean {
  return req.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}

async function answer(assistant: Assistant, request: AskRequest, res: Response): Promise<void> {
  const result = await askNoted(assistant, request, res);
  if (result === undefined) return;
  res.set('Cache-Control', 'no-store').json(result);
}

async function stream(assistant: Assistant, request: AskRequest, res: Response, logger: Logger): Promise<void> {
  const events = new EventStream(res);
  try {
    const result = await askNoted(assistant, request, res, (event) => {
      if (event.type === 'citations') events.send('citations', event.citations);
      else if (event.type === 'block') events.send('block', { block: event.block });
      else events.send(event.type, { text: event.text });
    });
    if (result === undefined) return;
    events.send('done', result);
    events.end();
  } catch (error) {
    if (!events.started) throw error;
    const requestId = res.locals['requestId'] as string;
    const { problem } = toProblem(error, requestId);
    if (problem.status === 500) logger.error({ requestId, route: res.locals['route'] as string, err: error }, 'stream failed');
    events.send('error', problem);
    events.end();
  }
}

/** Asks with what the request's log line wants to know. `undefined` when the client has left: nobody waits for the answer. */
export async function askNoted(
  assistant: Assistant,
  request: AskRequest,
  res: Response,
  onEvent?: NonNullable<AskOptions['onEvent']>,
): Promise<Answer | undefined> {
  const signal = clientGone(res);
  const stages: Record<string, number> = {};
  note(res, { stages });
  const onStage = (stage: string, durationMs: number) => {
    stages[stage] = Math.round(durationMs * 10) / 10;
  };
  // Of what a step found nothing goes to the log: it holds the question.
  const onStep: AskOptions['onStep'] = (entry) => {
    if (entry.step === 'failed' && !signal.aborted) note(res, { failedStep: entry.failed });
  };
  try {
    const result = await assistant.ask(request, { signal, caller: callerOf(res.req), onStage, onStep, ...(onEvent ? { onEvent } : {}) });
    note(res, {
      outcome: result.outcome,
      mode: result.mode,
      documents: [...new Set(result.citations.map(({ documentId }) => documentId))],
    });
    return signal.aborted ? undefined : result;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
