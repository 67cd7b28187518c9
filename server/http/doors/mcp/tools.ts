import type { Tool } from './tool.ts';
import { ask } from './tools/ask.ts';
import { check } from './tools/check.ts';
import { fetch } from './tools/fetch.ts';
import { plan } from './tools/plan.ts';
import { search } from './tools/search.ts';
import { verifyQuoteTool } from './tools/verify-quote.ts';

/** Every tool, in the order in which clients list them. */
export const tools: readonly Tool[] = [ask, search, fetch, check, plan, verifyQuoteTool];
