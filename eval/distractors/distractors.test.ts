import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCases } from '../run/run-cases.ts';
import { answer, cite, documents, evaluationCase, fakeSubject } from '../testing/fixtures.ts';
import { DISTRACTOR, loadDistractors } from './load-distractors.ts';
import { runDistractors } from './run-distractors.ts';

test('the old laws are read as documents that tell their age', async () => {
  const all = await loadDistractors(join(import.meta.dirname, '..', 'testdata', 'distractors'));
  expect(all).toHaveLength(18);
  for (const { id, title, published, text, sentences } of all) {
    expect(id.startsWith(DISTRACTOR)).toBe(true);
    expect(title).not.toMatch(/\.txt$/);
    expect(published).toMatch(/^201[45]-\d\d-\d\d$/);
    expect(text).toContain('HISTORISCHE TEKST');
    expect(sentences.length).toBeGreaterThan(3);
  }
}, 30_000);

describe('with an old law among the documents', () => {
  const old = { ...documents.get('brief')!, id: `${DISTRACTOR}wet` };
  const all = new Map([...documents, [old.id, old]]);
  const options = { timeoutMs: 1000, depth: 5 };
  const run = async (notices: string[]) => {
    const originals = await runCases(fakeSubject(), [evaluationCase()], documents, options);
    const citing = answer({ citations: [{ ...cite('brief', 'Dat is alles.'), documentId: old.id }], notices });
    return runDistractors(fakeSubject({ ask: () => Promise.resolve({ answer: citing }) }), originals, all, options);
  };

  test('names what is cited as if it were in force, and what is lost', async () => {
    expect(await run(['De nieuwste bron is van 2024.'])).toMatchObject({
      n: 1,
      evidenceCited: { value: -1 },
      charactersAdded: old.text.length,
      supersededCited: [{ id: 'test-looptijd-01', documentId: old.id, quote: 'Dat is alles.' }],
      supersededNoted: 0,
    });
  });

  test('a notice that it is no longer in force makes it right', async () => {
    expect(await run(['Let op: deze wet is vervallen.'])).toMatchObject({ supersededCited: [], supersededNoted: 1 });
  });
});
