import type { Problem } from '../../../contract.ts';

export const INVALID_REQUEST = -32600;
/** JSON-RPC's own numbers where it has one, else the first that is left to servers. What is refused as input before it is a message could not be read. */
const codes: Record<number, number> = { 400: -32700, 405: INVALID_REQUEST, 413: INVALID_REQUEST, 415: INVALID_REQUEST, 500: -32603 };
const SERVER_ERROR = -32000;

/** A request that never became a message: an answer without number, with the problem beside it. */
export function rpcError(problem: Problem, code = codes[problem.status] ?? SERVER_ERROR): object {
  return { jsonrpc: '2.0', id: null, error: { code, message: problem.detail, data: problem } };
}
