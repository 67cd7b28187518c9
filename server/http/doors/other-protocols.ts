import type { Problem } from '../../contract.ts';
import { MCP_PATH } from './mcp/mcp-path.ts';
import { OPENAI_PATH } from './openai/openai-path.ts';
import { openAiError } from './openai/openai-error.ts';
import { rpcError } from './mcp/rpc-error.ts';

/** Whether a path speaks a protocol that is not ours. */
export const isOtherProtocol = (path: string): boolean => path === MCP_PATH || path.startsWith(`${OPENAI_PATH}/`);

/** A problem as clients of a path's own protocol read it; undefined where that is problem+json. */
export function errorInProtocolOf(path: string, problem: Problem): object | undefined {
  if (!isOtherProtocol(path)) return undefined;
  return path === MCP_PATH ? rpcError(problem) : openAiError(problem);
}
