import { readConfig } from '../server/runtime/config.ts';
import { loadEnvFile } from '../server/runtime/load-env-file.ts';
import { currentVersion } from '../server/search/index-pointer.ts';
import { run } from './cli.ts';
import { consoleOutput, type Output } from './commands/output.ts';

/**
 * What `npm start` does first: bring the index up to date. A fault in the sources is told, and does not stop a server
 * that still has an index to serve.
 * @param ingest brings the index up to date and gives its exit status
 * @returns exit status: not 0 when there is nothing to start with
 */
export async function beforeStart(env: NodeJS.ProcessEnv, output: Output, ingest: typeof run = run): Promise<number> {
  const status = await ingest([], env, output);
  if (status === 0 || (await currentVersion(readConfig(env).indexDir)) === undefined) return status;
  output.error('De index is niet bijgewerkt. De server start met de vorige index.');
  return 0;
}

if (process.argv[1] === import.meta.filename) {
  loadEnvFile();
  // A wrong configuration was told by ingest; the server tells it again and does not start.
  process.exitCode = await beforeStart(process.env, consoleOutput).catch(() => 1);
}
