import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IndexUnusableError } from '../errors.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { PROJECT_DIR } from '../project-dir.ts';
import { readIndex } from './index-reader.ts';
import { copyTokens } from './passage-tokens.ts';
import { damage, draws } from './testing/damages.ts';
import { writeSmallIndex } from './testing/small-index.ts';

const encoder = new FakeEncoder();
const root = await mkdtemp(join(tmpdir(), 'schade-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const dir = join(root, 'index');
let good = '';
beforeAll(async () => {
  await writeSmallIndex(dir, encoder, { rulesDir: join(PROJECT_DIR, 'corpus', 'routes') });
  good = await answersOf();
});

/** Everything that an answer is made from, as one text. */
async function answersOf(): Promise<string> {
  const index = await readIndex(dir, encoder.modelSha256);
  try {
    const { vector } = await encoder.encodeQuery('wie betaalt overleg');
    const rules = (await readdir(index.rulesDir, { recursive: true })).sort();
    return JSON.stringify([
      await index.lexical(index.analyser.queryTerms('Wie betaalt het overleg van de huisarts?'), 3),
      await index.dense(vector, 3),
      await index.tokens([0, 1, 2], copyTokens),
      [...(await index.tokenWeights([0, 1, 2, 3]))],
      await index.passages([0, 1, 2]),
      [...index.documents.values()],
      [index.wordCounts, index.questions, index.statements, index.missing, index.comparisons, index.glossary],
      await Promise.all(rules.map(async (name) => [name, await readFile(join(index.rulesDir, name), 'utf8').catch(() => 'folder')])),
    ]);
  } finally {
    await index.close();
  }
}

it.each([1, 2, 3, 4])('of damages to an index none is taken into use with other answers (round %i of 50)', async (round) => {
  const draw = draws(round);
  let refused = 0;
  for (let turn = 0; turn < 50; turn += 1) {
    const { what, undo } = await damage(dir, draw);
    const outcome: unknown = await answersOf().catch((error: unknown) => error);
    await undo();
    if (outcome instanceof IndexUnusableError) refused += 1;
    // Either as if nothing had happened (a number that nothing depends on), or refused with a sentence.
    else expect(outcome, what).toBe(good);
  }
  expect(refused).toBeGreaterThan(30);
  expect(await answersOf()).toBe(good);
});
