import type { Config } from './config.ts';
import { UnavailableError } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { Services } from './services.ts';

/**
 * Loads index, models and rules.
 * @throws IndexUnusableError and other AppErrors whose Dutch message says what to do; main prints it and ends the start.
 */
export function createAssistant(_config: Config, _logger: Logger, _metrics: Metrics): Promise<Services> {
  return Promise.reject(new UnavailableError('De assistent is nog niet aangesloten.'));
}
