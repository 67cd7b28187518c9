import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the routes of a corpus; undefined for a corpus without routes: then nothing can be said about them. */
export function routeIds(corpusDir: string): Set<string> | undefined {
  const dir = join(corpusDir, 'routes');
  if (!existsSync(dir)) return undefined;
  return new Set(readdirSync(dir).filter((name) => name.endsWith('.yaml')).map((name) => name.replace(/\.yaml$/, '')));
}
