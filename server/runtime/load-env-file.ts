import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../project-dir.ts';

/**
 * Adds the settings of the project's `.env`, where there is one, to `process.env`; what is set already stays.
 * Every command of the project starts with it, so that server and ingest look at the same index and model.
 */
export function loadEnvFile(): void {
  const file = join(PROJECT_DIR, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
