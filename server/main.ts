import { realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig, type Config } from './runtime/config.ts';
import { AppError, ConfigError } from './errors.ts';
import { FileFeedbackStore } from './runtime/feedback-store.ts';
import { createHttpServer, productionTimeouts } from './http/http-server.ts';
import { loadEnvFile } from './runtime/load-env-file.ts';
import { logToStderr } from './runtime/log-sink.ts';
import { createLogger, type Logger } from './runtime/logger.ts';
import { Metrics } from './runtime/metrics.ts';
import { Readiness } from './runtime/readiness.ts';
import type { Services } from './assistant/services.ts';
import { closeServer } from './runtime/shutdown.ts';
import { watchEventLoop } from './runtime/watchdog.ts';

export type CreateServices = (config: Config, logger: Logger, metrics: Metrics) => Promise<Services>;

const purgeEveryMs = 6 * 3_600_000;
/** Where administrators upload: 25 MB over a slow line. Headers keep their own, shorter limit. */
const uploadMs = 120_000;

/**
 * The composition root: reads the configuration, listens, loads the services and stops on SIGTERM or SIGINT. Listens
 * before loading, so that `/livez` and `/readyz` tell the two apart. Lines for people go to stdout, or stderr when the
 * start fails; logs go to stderr.
 */
export async function main(env: NodeJS.ProcessEnv, createServices: CreateServices): Promise<void> {
  const config = readConfig(env);
  const metrics = new Metrics();
  const logger = createLogger(config.logLevel, logToStderr(() => metrics.logLineDropped()));
  metrics.collectProcessFigures();
  const readiness = new Readiness();
  const feedback = new FileFeedbackStore(config.feedbackDir, { most: config.feedbackMost });
  const administered = config.admin && (await import('./admin/administer.ts')).administer(config, config.admin);
  const server = createHttpServer(
    createApp({ config, logger, metrics, readiness, feedback, administration: administered?.administration }),
    administered ? { ...productionTimeouts, requestMs: uploadMs } : productionTimeouts,
    config.maxConnections,
  );
  server.on('drop', () => metrics.connectionRefused());

  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    // Node itself would print the error's message, which can hold what a user typed
    process.on(event, (err: unknown) => {
      logger.fatal({ err }, event);
      process.exit(1);
    });
  }
  const stop = stopOnce(server, readiness, logger);
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));

  await listen(server, config);
  const address = addressOf(server);
  console.log(`Bekostigingswijzer luistert op ${address} en leest nu de bronnen in.`);

  const purge = () => feedback.purge().catch((err: unknown) => logger.error({ err }, 'old feedback could not be removed'));
  void purge();
  setInterval(() => void purge(), purgeEveryMs).unref();

  try {
    const services = await createServices(config, logger, metrics);
    for (const warning of services.warnings ?? []) console.log(`Let op: ${warning}`);
    readiness.loaded(administered ? administered.observed(services) : services);
  } catch (error) {
    // a start that was cut short is no failed start
    if (readiness.isStopping) return;
    throw error;
  }
  if (readiness.isStopping) return;
  if (config.watchdogMs > 0) watchEventLoop(config.watchdogMs);
  logger.info({ seconds: Math.round(process.uptime() * 10) / 10 }, 'ready');
  console.log(`Klaar. Open ${address} in uw browser. Stoppen kan met Ctrl+C.`);
}

/** @throws ConfigError when the address cannot be had, in Dutch. */
function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((done, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ConfigError(listenFault(error.code, host, port))));
    server.listen(port, host, done);
  });
}

function listenFault(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Poort ${port} is al in gebruik op ${host}. Stop het andere programma of kies een andere poort: PORT=${port === 65_535 ? 3001 : port + 1} npm start`;
    case 'EACCES':
      return `Poort ${port} mag niet worden gebruikt. Kies een poort boven 1023 met PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Het adres ${host} (HOST) hoort niet bij deze computer. Gebruik 127.0.0.1 voor alleen deze computer of 0.0.0.0 voor elk netwerk.`;
    default:
      return `De server kan niet luisteren op ${host}, poort ${port}${code === undefined ? '' : ` (${code})`}. Controleer HOST en PORT.`;
  }
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  // an address that stands for every network is none that a browser can open
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** Not ready, stop accepting, finish what runs, exit 0. A second signal ends at once. */
function stopOnce(server: Server, readiness: Readiness, logger: Logger): (signal: string) => Promise<void> {
  return async (signal) => {
    if (readiness.isStopping) process.exit(1);
    readiness.stopping();
    logger.info({ signal }, 'stopping');
    const { cutOff } = await closeServer(server);
    if (readiness.isLoaded) {
      await readiness.services().close?.().catch((err: unknown) => logger.error({ err }, 'services did not close'));
    }
    logger.info({ cutOff }, 'stopped');
    process.exit(0);
  };
}

/** Tells in Dutch why the server does not run, and ends it. What was not foreseen goes to the log without its message. */
export function reportFailedStart(error: unknown): never {
  if (error instanceof AppError) {
    console.error(error.message);
  } else {
    createLogger('error').fatal({ err: error }, 'start failed');
    console.error('De server kan niet starten. In de regel hierboven staat waar het misging.');
  }
  process.exit(1);
}

const isEntryPoint = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isEntryPoint) {
  loadEnvFile();
  // loaded after the port is open: models and index readers are most of the start
  const createServices: CreateServices = async (...dependencies) => {
    const { createAssistant } = await import('./assistant/assistant.ts');
    return createAssistant(...dependencies);
  };
  await main(process.env, createServices).catch(reportFailedStart);
}
