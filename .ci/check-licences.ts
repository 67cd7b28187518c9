import { resolve } from 'node:path';
import { promisify } from 'node:util';
import checker from 'license-checker-rseidelsohn';

/** Licences whose code may be passed on with a work under EUPL-1.2: permissive ones, and copyleft that leaves other files alone. */
const allowed = new Set([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'EUPL-1.2', 'ISC',
  'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib',
]);

/** Packages that state their licence only in a file, read by a person: name → SPDX id. */
const readByHand: Record<string, string> = { duck: 'BSD-2-Clause' };

/** Whether an SPDX expression leaves a choice that is allowed. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/[()]/g, ' ').trim();
  return bare.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((id) => allowed.has(id.trim())));
}

/*
 * All dependencies, not only those of production: the widget that goes to other sites is bundled from development
 * dependencies, and the evaluation's report holds their code.
 */
const found = await promisify(checker.init)({ start: resolve(import.meta.dirname, '..'), excludePrivatePackages: true });
const packages = Object.entries(found);
const refused = packages
  .map(([id, { licenses = 'no licence' }]) => ({ id, licence: readByHand[id.replace(/@[^@]+$/, '')] ?? [licenses].flat().join(' AND ') }))
  .filter(({ licence }) => !isAllowed(licence));

for (const { id, licence } of refused) console.error(`${id}: ${licence}`);
if (refused.length > 0) {
  console.error('These licences are not on the list in .ci/check-licences.ts. Read them; add the licence, or replace the package.');
  process.exitCode = 1;
} else {
  console.log(`${packages.length} packages, all under a licence on the list.`);
}
