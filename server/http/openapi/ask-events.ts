import type { Content } from '../endpoint.ts';
import { eventsSchema } from './events-schema.ts';
import { examples } from './examples.ts';

const description = [
  'Server-sent events. `status` `{ "text" }`: what is going on. `citations`: the array of citations, before the text that',
  'refers to them. `block` `{ "block" }`: the next of the answer’s `blocks`, for clients that lay it out themselves.',
  '`delta` `{ "text" }`: the next piece of the Markdown answer. `done`: the whole `Answer`; the last event.',
  '`error`: a `Problem` in place of `done`. A fault before the first event comes as an ordinary problem response.',
].join('\n');

const example = [
  'event: status\ndata: {"text":"De bronnen worden doorzocht"}',
  `event: citations\ndata: ${JSON.stringify(examples.answer.citations)}`,
  `event: block\ndata: ${JSON.stringify({ block: examples.answer.blocks?.[0] })}`,
  'event: delta\ndata: {"text":"Volgens het voorbeelddocument"}',
  `event: done\ndata: ${JSON.stringify(examples.answer)}`,
  '',
].join('\n\n');

/** An answer as events while it is made. */
export const askEvents: Content = { 'text/event-stream': { schema: eventsSchema(description), example } };
