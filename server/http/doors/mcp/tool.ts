import type { z } from 'zod/v4';
import type { Caller, Services } from '../../../assistant/services.ts';

/** What a tool works with. */
export interface ToolContext {
  services: Services;
  /** Where people reach this server: `https://wijzer.example`. */
  origin: string;
  /** Who calls; absent on a machine of one's own. */
  caller?: Caller | undefined;
  /** Aborted when the client leaves. */
  signal: AbortSignal;
}

/** A tool as MCP clients see it. All of them only read. Titles and descriptions are Dutch: clients show them, and questions have to be Dutch. */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  description: string;
  /** With the services, since facts of the rule check are content. */
  input: (services: Services) => Input;
  output: Output;
  /** Whether a call counts as a question or search does. */
  costsWork: boolean;
  /** Left out where the server does not have what it needs; absent: always there. */
  isOffered?: (services: Services) => boolean;
  run: (input: z.output<Input>, context: ToolContext) => z.input<Output> | Promise<z.input<Output>>;
}

/** Checks the types of one tool; a list holds tools of many. */
export const tool = <Input extends z.ZodType, Output extends z.ZodType>(one: Tool<Input, Output>): Tool => one;
