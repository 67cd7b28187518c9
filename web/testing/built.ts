import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const sources = ['web', 'server/views', 'server/privacy', 'server/corpus'];

/** Builds the web files when they are absent or older than their sources, so that no test runs against an old build. */
export function ensureBuilt(): void {
  const manifest = resolve(project, 'dist/web/manifest.json');
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (sources.some((folder) => newest(resolve(project, folder)) > builtAt)) {
    execFileSync(process.execPath, [resolve(project, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'web/vite.config.ts'], { cwd: project, stdio: 'inherit' });
  }
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|css)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) && !/[/\\]testing$/.test(entry.parentPath))
      .map((entry) => statSync(resolve(entry.parentPath, entry.name)).mtimeMs),
  );
}
