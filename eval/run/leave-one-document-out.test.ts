import { expect, test } from 'vitest';
import { abstainCase, abstention, answer, documents, evaluationCase, fakeSystem, item } from '../testing/fixtures.ts';
import { leaveOneDocumentOut } from './leave-one-document-out.ts';
import { runCases } from './run-cases.ts';

const options = { timeoutMs: 10_000, depth: 5 };
const cases = [
  evaluationCase(),
  evaluationCase({ id: 'test-looptijd-02', question: 'Mag een lumpsum?', evidence: [item(['regeling', 'Er geldt een vrij tarief.'], ['brief', 'een lumpsum mogelijk is'])], keyFacts: [] }),
  abstainCase(),
];

/** Knows nothing of the document that is new to it: refuses whatever the other one does not answer. */
const without = (documentId: string) =>
  Promise.resolve(
    fakeSystem({ ask: ({ question }) => Promise.resolve(documentId === 'regeling' ? { answer: abstention({ question }), confidence: 0 } : { answer: answer({ question }), confidence: 1 }) }),
  );

test('each document is new once: its own cases are asked, and every time those to abstain', async () => {
  const originals = await runCases(fakeSystem(), cases, documents, options);
  const rounds: [string, number][] = [];
  const { rounds: given, all, asked } = await leaveOneDocumentOut({ originals, documents, without, options, onRound: (id, total) => rounds.push([id, total]) });
  expect(rounds).toEqual([['regeling', 3], ['brief', 2]]); // prettier-ignore
  expect(given.map(({ documentId, toAnswer, toAbstain }) => [documentId, toAnswer, toAbstain])).toEqual([['regeling', 2, 1], ['brief', 1, 1]]); // prettier-ignore
  expect(all).toMatchObject({ toAnswer: 3, toAbstain: 2 });
  expect(asked.map(({ documentId, caseId }) => `${documentId} ${caseId}`)).toContain('brief test-onthouden-01');
});

test('tells what is lost beside what there was, on the same cases', async () => {
  const originals = await runCases(fakeSystem(), cases, documents, options);
  const { rounds, all } = await leaveOneDocumentOut({ originals, documents, without, options });
  const figure = (of: typeof all, name: string) => of.figures.find(({ measure }) => measure === name)!;
  expect(figure(rounds[0]!, 'falseRefusals')).toMatchObject({ without: { value: 1, n: 2 }, with: { value: 0 }, difference: { value: 1 } });
  expect(figure(rounds[1]!, 'abstained')).toMatchObject({ without: { value: 0, n: 1 }, with: { value: 1 }, difference: { value: -1 } });
  // One case to abstain, asked twice: refused when the one document is new, answered when the other is.
  expect(figure(all, 'abstained')).toMatchObject({ without: { value: 0.5, n: 2 }, with: { value: 1, n: 2 } });
});

test('a document that no case asks about gives no figures', async () => {
  const originals = await runCases(fakeSystem(), [evaluationCase(), abstainCase()], documents, options);
  const { rounds } = await leaveOneDocumentOut({ originals, documents, without, options });
  expect(rounds.map(({ documentId }) => documentId)).toEqual(['regeling']);
});
