import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { AppError } from '../errors.ts';
import { createMcpServer } from '../http/doors/mcp/create-mcp-server.ts';
import { readConfig } from '../runtime/config.ts';
import { loadEnvFile } from '../runtime/load-env-file.ts';
import { createLogger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';

const HELP = [
  'Gebruik: npm run --silent mcp',
  '',
  'De assistent als MCP-server over standaardinvoer en -uitvoer, voor een programma op deze computer.',
  'Zet in de instellingen van dat programma: opdracht "npm", argumenten "run", "--silent", "mcp", en als map die van dit project.',
  'Een server die draait, biedt hetzelfde op /mcp.',
].join('\n');

/** `npm run mcp`: the tools of `/mcp` for a program on this machine. What it says goes to stderr: stdout is the protocol's. */
async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.error(HELP);
    return;
  }
  loadEnvFile();
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const { createAssistant } = await import('../assistant/assistant.ts');
  const services = await createAssistant(config, logger, new Metrics());
  for (const warning of services.warnings ?? []) console.error(`Let op: ${warning}`);
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const onFault = (err: unknown): void => logger.error({ err }, 'tool failed');
  const origin = `http://${host}:${config.port || 3000}`;
  const connection = serveStdio(() => createMcpServer({ services, origin, onFault }), { onerror: onFault });
  const stop = (): void => void connection.close().then(() => services.close?.()).finally(() => process.exit(0));
  process.stdin.once('end', stop);
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : 'Er ging iets mis dat niet had mogen gebeuren. Probeer het opnieuw of meld het aan de beheerder.');
  if (!(error instanceof AppError) && process.env['DEBUG']) console.error(error);
  process.exitCode = 1;
});
