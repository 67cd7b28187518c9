import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The lock file must install the same everywhere:
 * - no address a package was downloaded from, so that any registry or mirror serves;
 * - a checksum for every package;
 * - onnxruntime-node's install script, which downloads GPU libraries that nobody uses here, stays off. npm 11 reads
 *   `allowScripts` in package.json; older ones run a script only if the lock file says there is one.
 * `--fix` takes out what must not be there.
 */
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
  if (locked.integrity === undefined && !locked.link) faults.push(`${path} has no checksum (this one cannot be fixed here: install it again)`);
  if (path.endsWith('node_modules/onnxruntime-node') && locked.hasInstallScript) faults.push(`${path} would run its install script on npm 10`);
  delete locked.resolved;
  if (path.endsWith('node_modules/onnxruntime-node')) delete locked.hasInstallScript;
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
