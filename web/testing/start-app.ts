import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createApp, type AppDependencies } from '../../server/app.ts';
import { createLogger } from '../../server/runtime/logger.ts';
import { Metrics } from '../../server/runtime/metrics.ts';
import { Readiness } from '../../server/runtime/readiness.ts';
import type { Services } from '../../server/assistant/services.ts';
import { ensureBuilt } from './built.ts';
import { fakeServices, type FakeServices } from './fake-services.ts';

export interface RunningApp {
  /** `http://localhost:PORT`; the same server also answers as another origin at `127.0.0.1`. */
  address: string;
  services: FakeServices;
  close: () => Promise<void>;
}

/** The real HTTP application around fake services, listening. */
export async function startApp(config: Partial<AppDependencies['config']> = {}, port = 0, real: Partial<Services> = {}): Promise<RunningApp> {
  ensureBuilt();
  const services: FakeServices = Object.assign(fakeServices(), real);
  const readiness = new Readiness();
  readiness.loaded(services);
  const app = createApp({
    config: { rateLimits: { perAddress: 0, perSession: 0 }, trustProxy: false, allowedOrigins: [], frameAncestors: ["'self'"], ...config },
    logger: createLogger('silent', new Writable({ write: (_chunk, _encoding, done) => done() })),
    metrics: new Metrics(),
    readiness,
    feedback: { add: () => Promise.resolve() },
  });
  const server = await listen(createServer(app), port);
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, services, close: () => closeAll(server) };
}

export function listen(server: Server, port = 0): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

export function closeAll(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
