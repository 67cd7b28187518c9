import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './testing/built.ts';

const dist = resolve(import.meta.dirname, '../dist/web');
const read = (file: string): Buffer => readFileSync(resolve(dist, file));

describe('the built widget', () => {
  let manifest: { files: Record<string, string>; widget: { file: string; integrity: string; gzipBytes: number } };

  beforeAll(() => {
    ensureBuilt();
    manifest = JSON.parse(read('manifest.json').toString()) as typeof manifest;
  });

  it('is one file of at most 40 kB gzipped', () => {
    const code = read('widget.js');
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(40_000);
    expect(code.toString()).not.toMatch(/(?:^|[;}\n])import\s*(?:["'{*]|\w+\s+from)/);
  });

  it('is the same under its fixed name and its pinned name, whose integrity hash fits', () => {
    const pinned = read(manifest.widget.file);
    expect(pinned.equals(read('widget.js'))).toBe(true);
    expect(manifest.widget.integrity).toBe(`sha384-${createHash('sha384').update(pinned).digest('base64')}`);
  });

  it('loads only lazy parts that exist, under names that the server lends to other origins', () => {
    const lazy = [...read('widget.js').toString().matchAll(/widget-(?:document|word)-[\w-]{8}\.js/g)].map(([name]) => name);
    expect(new Set(lazy).size).toBe(2);
    for (const name of lazy) expect(read(name).length).toBeGreaterThan(0);
  });

  it('never parses markup or runs text', () => {
    for (const file of Object.values(manifest.files).filter((name) => name.endsWith('.js') && !name.startsWith('widget-word'))) {
      expect([file, read(file).toString().match(/\.innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|setHTMLUnsafe/g)]).toEqual([file, null]);
    }
  });
});
