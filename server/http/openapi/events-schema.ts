import { z } from 'zod/v4';

/** Server-sent events, for tools that take the stream as one text and for those that read it event by event. */
export const eventsSchema = (description: string): z.ZodType =>
  z.union([z.string(), z.looseObject({ event: z.string().optional(), data: z.string().optional() })]).meta({ description });
