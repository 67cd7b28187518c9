import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './testing/built.ts';
import { startApp } from './testing/start-app.ts';

const dist = resolve(import.meta.dirname, '../dist/web');
const read = (file: string): Buffer => readFileSync(resolve(dist, file));
const integrityOf = (code: Buffer): string => `sha384-${createHash('sha384').update(code).digest('base64')}`;

describe('the built widget', () => {
  let manifest: { files: Record<string, string>; widget: { file: string; integrity: string; gzipBytes: number } };

  beforeAll(() => {
    ensureBuilt();
    manifest = JSON.parse(read('manifest.json').toString()) as typeof manifest;
  });

  it.each(['br', 'gzip'])('is over the wire (%s) 5 kB before it is opened, and 45 kB after', async (encoding) => {
    const app = await startApp();
    try {
      const sizeOf = async (file: string): Promise<number> => {
        const response = await new Promise<IncomingMessage>((resolve, reject) => get(`${app.address}/${file}`, { headers: { 'Accept-Encoding': encoding } }, resolve).once('error', reject));
        expect(response.headers['content-encoding']).toBe(encoding);
        return ((await response.toArray()) as Buffer[]).reduce((sum, { length }) => sum + length, 0);
      };
      const button = await sizeOf('widget.js');
      expect(button).toBeLessThanOrEqual(5_000);
      expect(button + (await sizeOf(manifest.files['widget-chat.js']!))).toBeLessThanOrEqual(45_000);
    } finally {
      await app.close();
    }
  });

  it('has its button and its chat in one file each', () => {
    for (const file of ['widget.js', manifest.files['widget-chat.js']!]) {
      expect([file, read(file).toString().match(/(?:^|[;}\n])import\s*(?:["'{*]|\w+\s+from)/)]).toEqual([file, null]);
    }
  });

  it('is the same under its fixed name and its pinned name, whose integrity hash fits', () => {
    const pinned = read(manifest.widget.file);
    expect(pinned.equals(read('widget.js'))).toBe(true);
    expect(manifest.widget.integrity).toBe(integrityOf(pinned));
  });

  it('loads only parts that exist, under names that the server lends to other origins, with their hashes', () => {
    const partsIn = (file: string): string[] => [...new Set([...read(file).toString().matchAll(/widget-(?:chat|document|privacy|word|references)-[\w-]{8}\.js/g)].map(([name]) => name))];
    const chat = manifest.files['widget-chat.js']!;
    expect(partsIn('widget.js')).toEqual([chat]);
    expect(partsIn(chat)).toHaveLength(4);
    for (const file of ['widget.js', chat]) for (const part of partsIn(file)) expect(read(file).toString()).toContain(integrityOf(read(part)));
  });

  it('never parses markup or runs text', () => {
    for (const file of Object.values(manifest.files).filter((name) => name.endsWith('.js') && !name.startsWith('widget-word'))) {
      expect([file, read(file).toString().match(/\.innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|setHTMLUnsafe/g)]).toEqual([file, null]);
    }
  });
});
