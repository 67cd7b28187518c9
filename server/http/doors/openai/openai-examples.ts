import { type z } from 'zod/v4';
import type { Content } from '../../endpoint.ts';
import { examples } from '../../openapi/examples.ts';
import { linked } from '../linked-citation.ts';
import { NO_TOKENS, type ChatCompletion, type ModelList } from './chat-completion.ts';
import { MODEL, type ChatRequest } from './chat-request.ts';
import { annotationsOf, messageText } from './message-text.ts';
import { eventsSchema } from '../../openapi/events-schema.ts';

const origin = 'https://wijzer.example';
const { answer } = examples;
const content = messageText(answer, origin);
const annotations = annotationsOf(answer, content, origin);
const own = { citations: answer.citations.map((citation) => linked(citation, origin)), outcome: answer.outcome, answer_id: answer.id, ignored: [] };
const frame = { id: `chatcmpl-${answer.id}`, created: 1_767_225_600, model: MODEL } as const;

/** Made of the examples of the API, so that both tell the same. */
export const openAiExamples = {
  models: { object: 'list', data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'bekostigingswijzer' }] } satisfies z.infer<typeof ModelList>,
  request: { model: MODEL, messages: [{ role: 'user', content: answer.question }] } satisfies ChatRequest as ChatRequest,
  completion: {
    ...frame,
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null, annotations }, finish_reason: 'stop', logprobs: null }],
    usage: NO_TOKENS,
    ...own,
  } satisfies ChatCompletion as ChatCompletion,
};

const chunk = (delta: object, finish_reason: 'stop' | null, more: object = {}): string =>
  `data: ${JSON.stringify({ ...frame, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason, logprobs: null }], ...more })}`;

const chunks = [chunk({ role: 'assistant', content }, null), chunk({ annotations }, null, own), chunk({}, 'stop'), 'data: [DONE]', ''].join('\n\n');

/** The answer in chunks, with `"stream": true`. */
export const chatChunks: Content = { 'text/event-stream': { schema: eventsSchema('Chunks of text, one with the annotations and `citations`, one with `finish_reason`, then `[DONE]`. A fault on the way is a chunk with `error`.'), example: chunks } };
