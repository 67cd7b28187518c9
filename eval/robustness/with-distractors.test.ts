import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { smallAnswerer } from '../../server/answer/testing/small-answerer.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { summaryOf } from '../../server/corpus/document-summary.ts';
import { smallDocument } from '../../server/search/testing/small-index.ts';
import { runCases } from '../run/run-cases.ts';
import { answer, cite, documents, evaluationCase, fakeSystem } from '../testing/fixtures.ts';
import { runDistractors } from './with-distractors.ts';

describe('with an old law among the documents', () => {
  const old = { ...documents.get('brief')!, id: 'oud-wet' };
  const all = new Map([...documents, [old.id, old]]);
  const options = { timeoutMs: 10_000, depth: 5 };
  const run = async (notices: string[]) => {
    const originals = await runCases(fakeSystem(), [evaluationCase()], documents, options);
    const citing = answer({ citations: [{ ...cite('brief', 'Dat is alles.'), documentId: old.id }], notices });
    return runDistractors(fakeSystem({ ask: () => Promise.resolve({ answer: citing }) }), originals, all, new Set(['oud-wet']), options);
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

describe('with the assistant itself', async () => {
  const root = await mkdtemp(join(tmpdir(), 'distractors-'));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const now = smallDocument('gids', ['Sinds vorig jaar betaalt de gemeente alleen nog wat vooraf schriftelijk is afgesproken.']);
  const law = smallDocument('oud-wet', ['De verzekeraar betaalt de huisarts voor het overleg.']);
  const question = evaluationCase({ question: 'Wie betaalt de huisarts voor het overleg?' });

  const run = async (name: string, old: CanonicalDocument, asOf?: string) => {
    const all = [now, old];
    const answerer = await smallAnswerer(join(root, name), all);
    const details = new Map(all.map((document): [string, DocumentDetail] => [document.id, { ...summaryOf(document), text: document.text, pageStarts: [0] }]));
    const system = fakeSystem({
      documents: () => Promise.resolve([...details.values()]),
      ask: async ({ question }) => ({ answer: await answerer.ask({ question, ...(asOf !== undefined && { asOf }) }) }),
    });
    const options = { timeoutMs: 20_000, depth: 5 };
    const originals = await runCases(fakeSystem(), [question], documents, options);
    const { supersededCited, supersededNoted } = await runDistractors(system, originals, details, new Set(['oud-wet']), options);
    return { cited: supersededCited.map(({ quote }) => quote), noted: supersededNoted };
  };

  test('an old law that nobody marked is cited as if it were in force, and counted', async () => {
    expect(await run('unmarked', law)).toEqual({ cited: [law.text], noted: 0 });
  });

  test('a marked one is not cited', async () => {
    expect(await run('marked', { ...law, supersededOn: '2015' })).toEqual({ cited: [], noted: 0 });
  });

  test('a marked one, cited for a day on which it held, is told to hold no more', async () => {
    expect(await run('early', { ...law, supersededOn: '2015' }, '2014-06-01')).toEqual({ cited: [], noted: 1 });
  });
});
