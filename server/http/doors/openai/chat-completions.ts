import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Answer } from '../../../contract.ts';
import type { Readiness } from '../../../runtime/readiness.ts';
import { askNoted } from '../../endpoints/ask.ts';
import { EventStream } from '../../event-stream.ts';
import { originOf } from '../../pages/sitemap.ts';
import { parse } from '../../parse.ts';
import { toProblem } from '../../problem.ts';
import { note } from '../../request-log.ts';
import { linked, withWholeLinks } from '../linked-citation.ts';
import { NO_TOKENS, type Annotation, type ChatCompletion, type Ignored, type Own, type Usage } from './chat-completion.ts';
import { ChatRequest, MODEL } from './chat-request.ts';
import { clientJob } from './client-job.ts';
import { readConversation } from './conversation.ts';
import { annotationsOf, belowAnswer, messageText } from './message-text.ts';
import { openAiError } from './openai-error.ts';

/** A message that is complete. */
interface Finished {
  own: Own;
  annotations: Annotation[];
  usage: Usage | undefined;
}

/** `POST /openai/v1/chat/completions`: an answer as a model of OpenAI would give it, whole or piece by piece. */
export function chatCompletions(readiness: Readiness, logger: Logger): RequestHandler {
  return async (req, res) => {
    const chat = parse(ChatRequest, req.body);
    const { last, request, ignored } = readConversation(chat);
    const origin = originOf(req);
    const { assistant } = readiness.services();
    const job = clientJob(last);
    if (job) note(res, { job: job.name });
    if (!chat.stream) {
      if (job) return void send(res, job.reply, { own: { citations: [], ignored }, annotations: [], usage: NO_TOKENS });
      const answer = await askNoted(assistant, request(), res);
      if (answer === undefined) return;
      const text = messageText(answer, origin);
      return void send(res, text, finished(answer, text, origin, ignored));
    }
    const stream = new ChunkStream(res, chat.stream_options?.include_usage ?? false);
    if (job) {
      stream.text(job.reply);
      return stream.finish({ own: { citations: [], ignored }, annotations: [], usage: NO_TOKENS });
    }
    try {
      let sent = '';
      const answer = await askNoted(assistant, request(), res, (event) => {
        if (event.type !== 'delta') return;
        sent += event.text;
        stream.text(withWholeLinks(event.text, origin));
      });
      if (answer === undefined) return;
      const rest = answer.answer.startsWith(sent) ? answer.answer.slice(sent.length) : '';
      const below = belowAnswer(answer, origin);
      stream.text(withWholeLinks(rest, origin) + (below === '' ? '' : `\n\n${below}`));
      stream.finish(finished(answer, stream.content, origin, ignored));
    } catch (error) {
      if (!stream.started) throw error;
      const requestId = res.locals['requestId'] as string;
      const { problem } = toProblem(error, requestId);
      if (problem.status === 500) logger.error({ requestId, route: res.locals['route'] as string, err: error }, 'stream failed');
      stream.fail(openAiError(problem));
    }
  };
}

function finished(answer: Answer, content: string, origin: string, ignored: Ignored[]): Finished {
  const { id, outcome, suggestions, mode, citations } = answer;
  return {
    own: { citations: citations.map((citation) => linked(citation, origin)), outcome, answer_id: id, ...(suggestions && { suggestions }), ignored },
    annotations: annotationsOf(answer, content, origin),
    usage: mode === 'extractief' ? NO_TOKENS : undefined,
  };
}

const now = (): number => Math.floor(Date.now() / 1000);

function send(res: Response, content: string, { own, annotations, usage }: Finished): void {
  const completion: ChatCompletion = {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: now(),
    model: MODEL,
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null, annotations }, finish_reason: 'stop', logprobs: null }],
    ...(usage && { usage }),
    ...own,
  };
  res.set('Cache-Control', 'no-store').json(completion);
}

/** A completion in chunks: the text, then its sources as annotations, then the end. */
class ChunkStream {
  content = '';
  readonly #events: EventStream;
  readonly #withUsage: boolean;
  readonly #frame = { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion.chunk', created: now(), model: MODEL };

  constructor(res: Response, withUsage: boolean) {
    this.#events = new EventStream(res);
    this.#withUsage = withUsage;
  }

  get started(): boolean {
    return this.#events.started;
  }

  text(content: string): void {
    if (content === '') return;
    this.#send({ ...(this.started ? {} : { role: 'assistant' }), content });
    this.content += content;
  }

  finish({ own, annotations, usage }: Finished): void {
    this.#send({ ...(this.started ? {} : { role: 'assistant', content: '' }), annotations }, null, own);
    this.#send({}, 'stop');
    if (this.#withUsage && usage) this.#events.sendData(JSON.stringify({ ...this.#frame, choices: [], usage }));
    this.#end();
  }

  fail(error: object): void {
    this.#events.sendData(JSON.stringify(error));
    this.#end();
  }

  #send(delta: object, finish_reason: 'stop' | null = null, own: object = {}): void {
    this.#events.sendData(JSON.stringify({ ...this.#frame, choices: [{ index: 0, delta, finish_reason, logprobs: null }], ...own }));
  }

  #end(): void {
    this.#events.sendData('[DONE]');
    this.#events.end();
  }
}
