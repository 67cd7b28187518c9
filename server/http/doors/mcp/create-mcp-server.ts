import { McpServer, ProtocolError, ProtocolErrorCode, type CallToolResult } from '@modelcontextprotocol/server';
import { product } from '../../../views/labels.ts';
import { toProblem } from '../../problem.ts';
import { addResources } from './resources.ts';
import { standardSchema } from './standard-schema.ts';
import type { Tool, ToolContext } from './tool.ts';
import { tools } from './tools.ts';

export interface McpServerOptions extends Omit<ToolContext, 'signal'> {
  /** Of a fault of our own, which the client hears of in general words. */
  onFault: (error: unknown) => void;
}

/** The protocol has no other number for us than this; clients show it. */
const VERSION = '1.0.0';

const INSTRUCTIONS =
  'Bekostigingswijzer beantwoordt vragen over de betaling van samenwerking in de Nederlandse zorg, alleen uit officiële bronnen. Neem citaten letterlijk over, met bron en bladzijde. Zegt een antwoord dat iets niet in de bronnen staat (abstained), zeg dat dan ook. Stuur nooit gegevens van patiënten mee.';

/** One server for one request (HTTP) or connection (stdio); it holds nothing between calls. */
export function createMcpServer({ services, origin, caller, onFault }: McpServerOptions): McpServer {
  const server = new McpServer({ name: 'bekostigingswijzer', title: product.name, version: VERSION, websiteUrl: origin }, { instructions: INSTRUCTIONS });
  for (const tool of tools.filter(({ isOffered }) => isOffered?.(services) ?? true)) addTool(server, tool, { services, origin, caller, onFault });
  addResources(server, services, (work) => {
    try {
      return work();
    } catch (error) {
      throw new ProtocolError(ProtocolErrorCode.InternalError, sentenceOf(error, onFault));
    }
  });
  return server;
}

function addTool(server: McpServer, tool: Tool, { services, origin, caller, onFault }: McpServerOptions): void {
  const { name, title, description, output, run } = tool;
  const annotations = { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const config = { title, description, inputSchema: standardSchema(tool.input(services)), outputSchema: standardSchema(output), annotations };
  server.registerTool(name, config, async (input, { mcpReq: { signal } }): Promise<CallToolResult> => {
    try {
      // parsed, so that nothing goes out that the schema does not name: clients check
      const result = output.parse(await run(input, { services, origin, caller, signal })) as Record<string, unknown>;
      return { structuredContent: result, content: [{ type: 'text', text: JSON.stringify(result) }] };
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: sentenceOf(error, signal.aborted ? () => undefined : onFault) }] };
    }
  });
}

/** What went wrong in a Dutch sentence, without anything of a library. */
function sentenceOf(error: unknown, onFault: (error: unknown) => void): string {
  const { problem } = toProblem(error, undefined);
  if (problem.status === 500) onFault(error);
  return problem.detail;
}
