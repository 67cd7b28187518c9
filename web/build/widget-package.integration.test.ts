import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../testing/built.ts';
import { cssParts, cssProperties } from './custom-elements.ts';
import { writeWidgetPackage } from './widget-package.ts';

const web = resolve(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'pakket-'));
const out = join(root, 'pakket');
const read = (name: string): string => readFileSync(join(out, name), 'utf8');
const json = (name: string) => JSON.parse(read(name));

beforeAll(() => {
  ensureBuilt();
  writeWidgetPackage(resolve(web, '../dist/web'), out);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('exports only files that are there, and lists them all', () => {
  const { exports, files, sideEffects } = json('package.json');
  const named = [...Object.values(exports).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one as object))), ...sideEffects] as string[];
  for (const path of named) expect(readdirSync(out)).toContain(path.replace('./', ''));
  expect([...files, 'package.json'].sort()).toEqual(readdirSync(out).sort());
});

it('gives the hash of every script and style sheet, and its parts are the ones that the scripts ask for', () => {
  const integrity = json('integrity.json') as Record<string, string>;
  expect(Object.keys(integrity).sort()).toEqual(readdirSync(out).filter((name) => /\.(js|css)$/.test(name)).sort());
  for (const [name, hash] of Object.entries(integrity)) expect(hash).toBe(`sha384-${createHash('sha384').update(readFileSync(join(out, name))).digest('base64')}`);
  const asked = ['index.js', ...Object.keys(integrity).filter((name) => name.startsWith('widget-chat'))].flatMap((name) => [...read(name).matchAll(/widget-[a-z]+-[\w-]{8}\.js/g)].map(([file]) => file));
  expect(asked.length).toBeGreaterThan(3);
  for (const file of asked) expect(integrity).toHaveProperty([file]);
});

it('defines the element in /register alone', () => {
  expect(read('index.js')).not.toContain('customElements.define');
  expect(read('index.js')).toMatch(/export\s*\{[^}]*BekostigingsWijzer/);
  expect(read('register.js')).toContain('customElements.define');
});

it('describes parts and properties that exist', () => {
  const sources = readdirSync(join(web, 'widget')).filter((name) => name.endsWith('.ts') && !name.includes('.test.')).map((name) => readFileSync(join(web, 'widget', name), 'utf8')).join('\n');
  const styles = readdirSync(join(web, 'styles')).map((name) => readFileSync(join(web, 'styles', name), 'utf8')).join('\n');
  const views = readdirSync(resolve(web, '../server/views')).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(resolve(web, '../server/views', name), 'utf8')).join('\n');
  for (const part of cssParts) expect([part, new RegExp(`part:? ?[=:]? ?['"]${part}['"]`).test(sources + views)]).toEqual([part, true]);
  for (const property of cssProperties) expect([property, styles.includes(`${property}:`) || styles.includes(`var(${property}`)]).toEqual([property, true]);
  const set = [...readFileSync(join(web, 'styles', 'nl-design-system.css'), 'utf8').matchAll(/^\s+(--bw-[\w-]+):/gm)].map(([, name]) => name);
  const tokens = ['tokens.css', 'launcher-tokens.css'].map((name) => readFileSync(join(web, 'styles', name), 'utf8')).join('\n');
  for (const name of set) expect([name, tokens.includes(`${name}:`)]).toEqual([name, true]);
});
