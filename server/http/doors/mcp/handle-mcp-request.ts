import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { createMcpServer, type McpServerOptions } from './create-mcp-server.ts';

/** Answers one message, in whichever generation of the protocol it is. */
export async function handleMcpRequest(req: Request, res: Response, options: McpServerOptions): Promise<void> {
  res.set('Cache-Control', 'no-store');
  // no subscriptions: nothing here changes while a client listens
  const handler = createMcpHandler(() => createMcpServer(options), { maxSubscriptions: 0 });
  await toNodeHandler(handler, { onerror: options.onFault })(req, res, req.body);
}
