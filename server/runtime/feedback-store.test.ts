import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageFullError } from '../errors.ts';
import { FileFeedbackStore, type FeedbackStoreOptions } from './feedback-store.ts';

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'feedback-')), 'nieuw');
});
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

const answerIds = async (): Promise<string[]> =>
  (await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { answerId: string }).answerId);

const at = (time: string) => () => new Date(time);

describe('FileFeedbackStore', () => {
  it('adds a line a verdict to the file of the day, readable by the server alone', async () => {
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z') });
    await store.add({ answerId: 'antwoord-1', verdict: 'goed' });
    await store.add({ answerId: 'antwoord-2', verdict: 'fout', reason: 'regel 1\nregel 2' });
    const lines = (await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { time: '2026-03-01T10:00:00.000Z', answerId: 'antwoord-1', verdict: 'goed' },
      { time: '2026-03-01T10:00:00.000Z', answerId: 'antwoord-2', verdict: 'fout', reason: 'regel 1\nregel 2' },
    ]);
    expect((await stat(join(dir, 'feedback-2026-03-01.jsonl'))).mode & 0o777).toBe(0o600);
  });

  it('stores nothing but what feedback consists of', async () => {
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z') });
    await store.add({ answerId: 'antwoord-1', verdict: 'goed', question: 'KANARIE' } as never);
    expect(await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8')).not.toContain('KANARIE');
  });

  it('keeps the question, the spans and the version of who agreed, and nothing of that otherwise', async () => {
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z') });
    const more = { question: 'Wie betaalt?', citations: [{ documentId: 'a', start: 1, end: 2 }], statementIds: ['b'] };
    await store.add({ answerId: 'antwoord-1', verdict: 'fout', reasons: ['bron'], consent: true, ...more });
    await store.add({ answerId: 'antwoord-2', verdict: 'fout', reasons: ['bron'], consent: false, ...more });
    const [first, second] = (await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({ reasons: ['bron'], consent: true, ...more, version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string });
    expect(second).toEqual({ time: '2026-03-01T10:00:00.000Z', answerId: 'antwoord-2', verdict: 'fout', reasons: ['bron'] });
  });

  it('keeps every line of many at once whole', async () => {
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z') });
    const reason = 'x'.repeat(1000);
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.add({ answerId: `antwoord-${n}`, verdict: 'goed', reason })));
    const lines = (await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(new Set(lines.map((line) => (JSON.parse(line) as { answerId: string }).answerId)).size).toBe(50);
  });

  it('removes files with lines of 30 days ago and older, and no others', async () => {
    await new FileFeedbackStore(dir, { now: at('2026-03-01T00:00:00Z') }).add({ answerId: 'antwoord-1', verdict: 'goed' });
    await new FileFeedbackStore(dir, { now: at('2026-03-02T00:00:00Z') }).add({ answerId: 'antwoord-2', verdict: 'goed' });
    await writeFile(join(dir, 'leesmij.txt'), '');
    await new FileFeedbackStore(dir, { now: at('2026-03-30T23:59:59Z') }).purge();
    expect(await readdir(dir)).toHaveLength(3);
    await new FileFeedbackStore(dir, { now: at('2026-03-31T00:00:00Z') }).purge();
    expect((await readdir(dir)).sort()).toEqual(['feedback-2026-03-02.jsonl', 'leesmij.txt']);
  });

  it('has nothing to remove before the first feedback', async () => {
    await expect(new FileFeedbackStore(dir).purge()).resolves.toBeUndefined();
  });

  it('takes no more than it keeps, and more when the old is gone', async () => {
    let now = new Date('2026-03-01T10:00:00Z');
    const store = new FileFeedbackStore(dir, { now: () => now, most: 200 });
    await store.add({ answerId: 'antwoord-1', verdict: 'goed' });
    await store.add({ answerId: 'antwoord-2', verdict: 'goed' });
    await expect(store.add({ answerId: 'antwoord-3', verdict: 'goed' })).rejects.toBeInstanceOf(StorageFullError);
    now = new Date('2026-04-01T10:00:00Z');
    await store.purge();
    await store.add({ answerId: 'antwoord-4', verdict: 'goed' });
    expect(await readdir(dir)).toEqual(['feedback-2026-04-01.jsonl']);
  });

  it('loses nothing that was written when the disk is full, and goes on when it is not', async () => {
    let isFull = false;
    const append: FeedbackStoreOptions['append'] = async (file, text) => {
      await file.appendFile(isFull ? text.slice(0, 20) : text);
      if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z'), append });
    await store.add({ answerId: 'antwoord-1', verdict: 'goed' });
    isFull = true;
    await expect(store.add({ answerId: 'antwoord-2', verdict: 'goed' })).rejects.toThrow('ENOSPC');
    isFull = false;
    await Promise.all([3, 4, 5].map((n) => store.add({ answerId: `antwoord-${n}`, verdict: 'goed' })));
    expect(await answerIds()).toEqual(['antwoord-1', 'antwoord-3', 'antwoord-4', 'antwoord-5']);
  });

  it('begins a line of its own after one that was cut short', async () => {
    const store = new FileFeedbackStore(dir, { now: at('2026-03-01T10:00:00Z') });
    await store.add({ answerId: 'antwoord-1', verdict: 'goed' });
    await appendFile(join(dir, 'feedback-2026-03-01.jsonl'), '{"time":"2026');
    await store.add({ answerId: 'antwoord-2', verdict: 'goed' });
    const lines = (await readFile(join(dir, 'feedback-2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines[1]).toBe('{"time":"2026');
    expect(JSON.parse(lines[2]!)).toMatchObject({ answerId: 'antwoord-2' });
  });
});
