import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with `package.json`: the same for the sources and for the server that was built from them, which lies below it too. */
export const PROJECT_DIR = folderWith('package.json', import.meta.dirname);

function folderWith(name: string, from: string): string {
  return existsSync(join(from, name)) || dirname(from) === from ? from : folderWith(name, dirname(from));
}
