import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { administer } from '../../server/admin/administer.ts';
import { createApp } from '../../server/app.ts';
import { createAssistant } from '../../server/assistant/assistant.ts';
import { readConfig } from '../../server/runtime/config.ts';
import { createLogger } from '../../server/runtime/logger.ts';
import { Metrics } from '../../server/runtime/metrics.ts';
import { Readiness } from '../../server/runtime/readiness.ts';
import { ensureBuilt } from './built.ts';
import { closeAll, listen } from './start-app.ts';

export const hasIndex = existsSync(readConfig(process.env).indexDir);

if (!hasIndex) console.warn('Geen index: de reistests worden overgeslagen. Bouw de index met: npm run ingest');

/**
 * The whole product as `npm start` runs it, with the real models, index and rules, on a free port.
 * @param variables environment variables that differ
 */
export async function startRealApp(variables: Record<string, string> = {}): Promise<{ address: string; close: () => Promise<void> }> {
  ensureBuilt();
  const config = readConfig({ ...process.env, ...variables });
  const logger = createLogger('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const metrics = new Metrics();
  const services = await createAssistant(config, logger, metrics);
  const readiness = new Readiness();
  const administered = config.admin && administer(config, config.admin);
  readiness.loaded(administered ? administered.observed(services) : services);
  const app = createApp({
    config: { ...config, rateLimits: { perAddress: 0, perSession: 0 } },
    logger,
    metrics,
    readiness,
    administration: administered?.administration,
    feedback: { add: () => Promise.resolve() },
  });
  const server = await listen(createServer(app));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await closeAll(server);
      await services.close?.();
    },
  };
}
