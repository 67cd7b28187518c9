import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beforeStart } from './before-start.ts';
import type { Output } from './commands/output.ts';

describe('before the server starts', () => {
  let indexDir: string;
  let told: string[];
  const output: Output = { line: (text) => void told.push(text), error: (text) => void told.push(text) };
  const ingestEndsWith = (status: number) => () => Promise.resolve(status);
  const begin = (status: number) => beforeStart({ INDEX_DIR: indexDir }, output, ingestEndsWith(status));

  beforeEach(() => {
    indexDir = mkdtempSync(join(tmpdir(), 'before-start-'));
    told = [];
  });
  afterEach(() => rmSync(indexDir, { recursive: true }));

  it('says nothing when the index is up to date', async () => {
    expect(await begin(0)).toBe(0);
    expect(told).toEqual([]);
  });

  it('goes on with the index there is when ingest fails, and says so', async () => {
    writeFileSync(join(indexDir, 'CURRENT'), 'v1-abc\n');
    expect(await begin(1)).toBe(0);
    expect(told).toEqual(['De index is niet bijgewerkt. De server start met de vorige index.']);
  });

  it('stops when ingest fails and nothing was built before', async () => {
    expect(await begin(1)).toBe(1);
    expect(told).toEqual([]);
  });
});
