import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { drawArchitecture, type Module } from './architecture.ts';

/** `npm run docs:architecture`: draws the picture in docs/architecture.md from the imports as they are. `--check` only tells whether it is current. */
const FILE = resolve(import.meta.dirname, '..', 'docs', 'architecture.md');
const DRAWN = /(<!-- drawn by npm run docs:architecture -->\n)[^]*?(<!-- end -->)/;
const CRUISE = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'server', 'ingest', 'web', 'eval'];

const { stdout, error } = spawnSync('depcruise', CRUISE, {
  cwd: resolve(import.meta.dirname, '..'),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  shell: process.platform === 'win32',
});
if (error) throw error;
const { modules } = JSON.parse(stdout) as { modules: Module[] };

const page = readFileSync(FILE, 'utf8');
if (!DRAWN.test(page)) throw new Error('docs/architecture.md has lost the two comments between which the picture stands.');
const drawn = page.replace(DRAWN, (_whole, before: string, after: string) => `${before}${drawArchitecture(modules)}\n${after}`);
if (drawn === page) {
  console.log('The picture in docs/architecture.md is current.');
} else if (process.argv.includes('--check')) {
  console.error('The picture in docs/architecture.md is not what the imports are. Draw it again: npm run docs:architecture');
  process.exitCode = 1;
} else {
  writeFileSync(FILE, drawn);
  console.log('docs/architecture.md is drawn again.');
}
