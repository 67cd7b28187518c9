import type { IRouter, RequestHandler } from 'express';
import { addEndpoint } from '../../add-endpoint.ts';
import type { EndpointContext } from '../../endpoint.ts';
import { jsonBody } from '../../json-body.ts';
import { originOf } from '../../pages/sitemap.ts';
import { toProblem } from '../../problem.ts';
import { callerOf, type RateLimits } from '../../rate-limits.ts';
import { note } from '../../request-log.ts';
import { BadInputError } from '../../../errors.ts';
import { allowedCallers } from './allowed-callers.ts';
import { INVALID_REQUEST, rpcError } from './rpc-error.ts';
import { tools } from './tools.ts';

import { MCP_PATH } from './mcp-path.ts';

/** Bytes: a question with a long history, and what the protocol puts around it. */
const BODY_LIMIT = 64 * 1024;

/** `POST /mcp`: the Model Context Protocol over streamable HTTP, stateless; every request stands on its own. */
export function addMcpEndpoint(app: IRouter, context: EndpointContext, limits: RateLimits, config: { allowedOrigins: readonly string[]; trustProxy: unknown }): void {
  const callers = allowedCallers({ allowedOrigins: config.allowedOrigins, behindProxy: config.trustProxy !== false });
  addEndpoint(app, MCP_PATH, { post: [callers, ...limits.perAddress, ...jsonBody({ limit: BODY_LIMIT }), oneMessage, ...whenWork(limits.perSession), answer(context)] });
}

/** Batches are no longer part of the protocol, and would be a way around the limits. */
const oneMessage: RequestHandler = (req, res, next) => {
  if (Array.isArray(req.body)) {
    const { problem } = toProblem(new BadInputError('Stuur één bericht per verzoek.'), res.locals['requestId'] as string);
    res.status(problem.status).json(rpcError(problem, INVALID_REQUEST));
    return;
  }
  const called = calledTool(req.body);
  if (called) note(res, { tool: called.name });
  next();
};

/** The limit of a session counts questions and searches, here as in the API. */
function whenWork(handlers: readonly RequestHandler[]): RequestHandler[] {
  return handlers.map((handler) => (req, res, next) => (calledTool(req.body)?.costsWork ? void handler(req, res, next) : next()));
}

function calledTool(body: unknown) {
  const { method, params } = Object(body) as { method?: unknown; params?: unknown };
  return method === 'tools/call' ? tools.find(({ name }) => name === (Object(params) as { name?: unknown }).name) : undefined;
}

/** The protocol's library is loaded with the first request: most servers never get one. */
function answer({ readiness, logger }: EndpointContext): RequestHandler {
  return async (req, res) => {
    const services = readiness.services();
    const { handleMcpRequest } = await import('./handle-mcp-request.ts');
    const onFault = (err: unknown): void => logger.error({ requestId: res.locals['requestId'] as string, route: MCP_PATH, err }, 'tool failed');
    await handleMcpRequest(req, res, { services, origin: originOf(req), caller: callerOf(req), onFault });
  };
}
