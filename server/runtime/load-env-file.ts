import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Adds the settings of the project's `.env`, where there is one, to `process.env`; what is set already stays.
 * Every command of the project starts with it, so that server and ingest look at the same index and model.
 */
export function loadEnvFile(): void {
  const file = resolve(import.meta.dirname, '..', '..', '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
