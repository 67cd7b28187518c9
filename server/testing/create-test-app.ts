import { Writable } from 'node:stream';
import type { Express } from 'express';
import { createApp, type AppDependencies } from '../app.ts';
import type { FeedbackRequest } from '../contract.ts';
import { createLogger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';
import { Readiness } from '../runtime/readiness.ts';
import type { Services } from '../assistant/services.ts';
import { fakeServices } from './fake-services.ts';

export interface TestApp {
  app: Express;
  metrics: Metrics;
  readiness: Readiness;
  /** Everything logged so far, one object a line. */
  logged: () => Record<string, unknown>[];
  feedback: FeedbackRequest[];
}

interface TestAppOptions {
  config?: Partial<AppDependencies['config']>;
  services?: Partial<Services>;
  /** Leave the services out, as while loading. */
  loading?: boolean;
  feedback?: AppDependencies['feedback'];
  administration?: AppDependencies['administration'];
}

/** The real app around fakes, without limits unless given. */
export function createTestApp({ config, services, loading = false, feedback: store, administration }: TestAppOptions = {}): TestApp {
  let log = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const metrics = new Metrics();
  const readiness = new Readiness();
  if (!loading) readiness.loaded({ ...fakeServices, ...services });
  const feedback: FeedbackRequest[] = [];
  const app = createApp({
    config: { rateLimits: { perAddress: 0, perSession: 0 }, trustProxy: false, allowedOrigins: [], frameAncestors: ["'self'"], ...config },
    logger: createLogger('trace', destination),
    metrics,
    readiness,
    administration,
    feedback: store ?? {
      add: (entry) => {
        feedback.push(entry);
        return Promise.resolve();
      },
    },
  });
  const logged = () =>
    log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { app, metrics, readiness, logged, feedback };
}
