import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The lock file must install the same everywhere:
 * - no address a package was downloaded from, so that any registry or mirror serves;
 * - a checksum for every package;
 * - install scripts as meant. npm 11 reads `allowScripts` in package.json, but every npm runs a script only if the lock
 *   file says there is one, and npm itself sometimes changes that line.
 * `--fix` mends the first and the last.
 */
const hasScript: Record<string, boolean> = {
  // compiles the addon
  'hnswlib-node': true,
  // would download GPU libraries that nobody uses here
  'onnxruntime-node': false,
};

interface LockedPackage {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

const file = resolve(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };
const faults: string[] = [];
for (const [path, locked] of Object.entries(lock.packages)) {
  if (path === '') continue;
  if (locked.resolved !== undefined) faults.push(`${path} holds the address it came from`);
  if (locked.integrity === undefined && !locked.link) faults.push(`${path} has no checksum (not to be mended here: install it again)`);
  delete locked.resolved;

  const wanted = hasScript[path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)];
  if (wanted === undefined || wanted === (locked.hasInstallScript ?? false)) continue;
  faults.push(`${path} ${wanted ? 'would not be compiled' : 'would run its install script'}`);
  if (wanted) locked.hasInstallScript = true;
  else delete locked.hasInstallScript;
}

if (faults.length === 0) {
  console.log('The lock file is fine.');
} else if (process.argv.includes('--fix')) {
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Mended: ${faults.length}.`);
} else {
  console.error(`${faults.join('\n')}\nMend it: npx tsx .ci/check-lock-file.ts --fix`);
  process.exitCode = 1;
}
