import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';

const cwd = resolve(import.meta.dirname, '..', '..');

describe('npm run mcp', () => {
  it.each([{ mode: 'auto' as const }, undefined])('answers over standard input and output (%o)', async (versionNegotiation) => {
    const client = new Client({ name: 'test', version: '1.0.0' }, versionNegotiation && { versionNegotiation });
    const transport = new StdioClientTransport({ command: process.execPath, args: ['--import', 'tsx', 'server/cli/mcp.ts'], cwd, stderr: 'ignore' });
    await client.connect(transport);
    try {
      expect((await client.listTools()).tools.map(({ name }) => name)).toContain('verify_quote');
      const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question: 'Tot wanneer loopt het experiment?' } });
      expect(structuredContent).toMatchObject({ outcome: 'beantwoord', answer: expect.stringContaining('2029') as string });
    } finally {
      await client.close();
    }
  });
});
