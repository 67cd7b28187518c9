import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { DEFAULT_PASSAGES } from './passages.ts';
import { CORPUS_DIR } from './testing/corpus.ts';

let root: string;
let corpus: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fingerprint-'));
  corpus = join(root, 'corpus');
  await cp(CORPUS_DIR, corpus, { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const print = async () => (await fingerprint(corpus, DEFAULT_PASSAGES)).corpusSha256;

it('is the same for the same corpus, wherever it stands', async () => {
  expect(await print()).toBe((await fingerprint(CORPUS_DIR, DEFAULT_PASSAGES)).corpusSha256);
});

it.each(['missing.yaml', 'turn-to.yaml', 'statements/pgaz-contract.yaml', 'questions/unanswered.yaml', 'routes/pgaz.yaml', 'vocabulary.yaml', 'kinds.yaml'])('is another one when %s changes', async (name) => {
  const path = join(corpus, ...name.split('/'));
  const before = await print();
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text}# \n`);
  const changed = await print();
  await writeFile(path, text);
  expect(changed).not.toBe(before);
  expect(await print()).toBe(before);
});

it.each(['missing.yaml', 'turn-to.yaml'])('is another one without %s', async (name) => {
  const before = await print();
  await rm(join(corpus, name));
  expect(await print()).not.toBe(before);
  await cp(join(CORPUS_DIR, name), join(corpus, name));
  expect(await print()).toBe(before);
});

it('is another one for other passages', async () => {
  const { settings } = await fingerprint(corpus, DEFAULT_PASSAGES);
  const other = await fingerprint(corpus, { ...DEFAULT_PASSAGES, targetCharacters: 1 });
  expect(other.settings).not.toEqual(settings);
});
