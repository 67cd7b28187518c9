import { z } from 'zod/v4';
import { Outcome } from '../../../contract.ts';
import { LinkedCitation } from '../linked-citation.ts';
import { MODEL } from './chat-request.ts';

export const Annotation = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({
    url: z.string().describe('The source viewer at the quote, with its page'),
    title: z.string().describe('Document, page and quote: many clients show nothing else'),
    start_index: z.int().min(0).describe('Where the marker `[n]` stands in `content`, UTF-16 code units'),
    end_index: z.int().min(0),
    quote: z.string().describe('Word for word from the source'),
  }),
});
export type Annotation = z.infer<typeof Annotation>;

const Ignored = z.object({ param: z.string(), message: z.string().describe('Dutch') });
export type Ignored = z.infer<typeof Ignored>;

const Usage = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });
export type Usage = z.infer<typeof Usage>;

/** What the answer is beside its text; the fields are ours, clients that do not know them pass over them. */
const Own = z.object({
  citations: z.array(LinkedCitation).describe('The same citations as in `/api/v1/ask`, with whole addresses'),
  outcome: Outcome.optional().describe('Absent where no question was answered (titles, tags)'),
  answer_id: z.string().optional().describe('For feedback'),
  suggestions: z.array(z.string()).optional().describe('Questions near this one that are certain to be answered'),
  ignored: z.array(Ignored).describe('Parts of the request that had no influence on the answer, such as a system prompt'),
});
export type Own = z.infer<typeof Own>;

export const ChatCompletion = Own.extend({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.int(),
  model: z.literal(MODEL),
  choices: z.tuple([
    z.object({
      index: z.literal(0),
      message: z.object({ role: z.literal('assistant'), content: z.string().describe('Markdown; the sources stand below'), refusal: z.null(), annotations: z.array(Annotation) }),
      finish_reason: z.literal('stop'),
      logprobs: z.null(),
    }),
  ]),
  usage: Usage.optional().describe('Of a language model; all 0, since none wrote this. Absent when one did: it says nothing of it'),
}).meta({ id: 'ChatCompletion' });
export type ChatCompletion = z.infer<typeof ChatCompletion>;

export const ModelList = z.object({
  object: z.literal('list'),
  data: z.array(z.object({ id: z.literal(MODEL), object: z.literal('model'), created: z.int(), owned_by: z.string() })),
});

/** Quotes and sentences of an editor: nothing was generated, so nothing was used up. */
export const NO_TOKENS: Usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
