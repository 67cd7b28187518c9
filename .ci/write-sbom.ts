import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import checker from 'license-checker-rseidelsohn';

/** `npm run sbom`: what the running product is made of, for whoever has to know: CycloneDX, and a list of licences with their texts' places. */
const project = resolve(import.meta.dirname, '..');
const folder = resolve(project, 'dist/sbom');
mkdirSync(folder, { recursive: true });

interface Bill {
  components: { 'bom-ref': string; properties?: { name: string; value: string }[] }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

// Its own --omit=dev leaves out most of what production needs too (npm 10 and 11): what is for development alone is marked.
const whole = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], { cwd: project, maxBuffer: 64 << 20, shell: process.platform === 'win32' });
const bill = JSON.parse(String(whole)) as Bill;
const isForDevelopment = ({ properties = [] }: Bill['components'][number]): boolean => properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const left = new Set(bill.components.filter(isForDevelopment).map((component) => component['bom-ref']));
const components = bill.components.filter((component) => !left.has(component['bom-ref']));
const dependencies = bill.dependencies
  .filter(({ ref }) => !left.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => !left.has(other)) }));
writeFileSync(resolve(folder, 'bom.cdx.json'), JSON.stringify({ ...bill, components, dependencies }, undefined, 2));

const packages = await promisify(checker.init)({ start: project, production: true, excludePrivatePackages: true });
const rows = Object.entries(packages).map(([id, { licenses = '', repository = '' }]) => [id, [licenses].flat().join(' AND '), repository].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
writeFileSync(resolve(folder, 'licences.csv'), `"package","licence","repository"\n${rows.join('\n')}\n`);
console.log(`dist/sbom: bom.cdx.json (${components.length} components), licences.csv (${rows.length} packages)`);
