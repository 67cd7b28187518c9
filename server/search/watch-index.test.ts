import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CURRENT } from './index-manifest.ts';
import { watchIndex } from './watch-index.ts';

let dir = '';
let stop = (): void => undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'watch-'));
  await point('v1-a');
});
afterEach(async () => {
  stop();
  await rm(dir, { recursive: true, force: true });
});

async function point(version: string): Promise<void> {
  await writeFile(join(dir, 'next'), `${version}\n`);
  await rename(join(dir, 'next'), join(dir, CURRENT));
}

/** Several looks at the pointer file. */
const aWhile = () => new Promise((done) => setTimeout(done, 60));

/** The limit only ends a wait that would be for ever. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

it('tells of a new version once, and of none when nothing changed', async () => {
  const onChange = vi.fn(async () => 'v1-b');
  stop = watchIndex(dir, 'v1-a', onChange, 5);
  await aWhile();
  expect(onChange).not.toHaveBeenCalled();
  await point('v1-b');
  await until(() => expect(onChange).toHaveBeenCalledTimes(1));
  await aWhile();
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('does not try a refused version again, but does try the next', async () => {
  const onChange = vi.fn<() => Promise<string | undefined>>(async () => undefined);
  stop = watchIndex(dir, 'v1-a', onChange, 5);
  await point('v1-broken');
  await until(() => expect(onChange).toHaveBeenCalledTimes(1));
  await aWhile();
  expect(onChange).toHaveBeenCalledTimes(1);
  await point('v1-good');
  await until(() => expect(onChange).toHaveBeenCalledTimes(2));
});

it('loads one version at a time, and the newest in the end', async () => {
  let running = 0;
  const onChange = vi.fn(async () => {
    running += 1;
    expect(running).toBe(1);
    await point('v1-c');
    await new Promise((done) => setTimeout(done, 30));
    running -= 1;
    return 'v1-b';
  });
  stop = watchIndex(dir, 'v1-a', onChange, 5);
  await point('v1-b');
  await until(() => expect(onChange.mock.calls.length).toBeGreaterThanOrEqual(2));
});

it('goes on when the pointer is missing for a moment', async () => {
  const onChange = vi.fn(async () => 'v1-b');
  stop = watchIndex(dir, 'v1-a', onChange, 5);
  await rm(join(dir, CURRENT));
  await aWhile();
  expect(onChange).not.toHaveBeenCalled();
  await point('v1-b');
  await until(() => expect(onChange).toHaveBeenCalledTimes(1));
});

it('stops when told', async () => {
  const onChange = vi.fn(async () => 'v1-b');
  watchIndex(dir, 'v1-a', onChange, 5)();
  await point('v1-b');
  await aWhile();
  expect(onChange).not.toHaveBeenCalled();
});
