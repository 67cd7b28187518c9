import { z } from 'zod/v4';

export const MODEL = 'bekostigingswijzer';

/** Bytes: clients send the whole conversation, sources and all, every time. */
export const CHAT_BODY_LIMIT = 256 * 1024;

const Message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']).describe('The last message is the question, from `user`; `system` and `developer` are ignored; `tool` and `function` are refused'),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() })), z.null()], { error: 'Geef een tekst, of een lijst met delen van het type text.' })
    .optional()
    .describe('Text, or parts of type `text`'),
});
export type Message = z.infer<typeof Message>;

/** What this server reads of a request for a chat completion; other settings of a model are accepted and named in `ignored`. */
export const ChatRequest = z
  .looseObject({
    model: z.string({ error: `Geef de naam van het model: ${MODEL}.` }),
    messages: z.array(Message, { error: 'Geef een lijst met berichten.' }).min(1, 'Stuur minstens één bericht.').max(500, 'Stuur hoogstens 500 berichten.'),
    stream: z.boolean('Gebruik true of false.').nullable().optional(),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullable().optional(),
  })
  .meta({ id: 'ChatRequest' });
export type ChatRequest = z.infer<typeof ChatRequest>;
