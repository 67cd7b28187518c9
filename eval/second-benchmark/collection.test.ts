import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadRijksoverheid } from './rijksoverheid.ts';
import { scoreQuestion } from './score-collection.ts';

const path = join(import.meta.dirname, '..', 'testdata', 'rijksoverheid-faq.jsonl');

test('indexes the answers alone, never the question itself', async () => {
  const { documents, questions } = await loadRijksoverheid(path);
  expect([documents.length, questions.length]).toEqual([175, 175]);
  const { question, documentId } = questions[0]!;
  expect(question).toBe('Bevat mijn paspoortnummer het cijfer ‘0’ of de letter ’O’?');
  const { text, licence, title } = documents.find(({ id }) => id === documentId)!;
  expect(text).toContain('komt in het Nederlandse paspoortnummer niet voor');
  expect(`${text} ${title}`).not.toContain(question);
  expect(licence).toBe('CC0 1.0 Universal');
}, 30_000);

test('a broken row is named', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'eval-collection-'));
  const broken = join(dir, 'x.jsonl');
  await writeFile(broken, '{"id": "a"}\n');
  await expect(loadRijksoverheid(broken)).rejects.toThrow('regel 1: dit is geen vraag met antwoord');
  await expect(loadRijksoverheid(join(dir, 'weg'))).rejects.toThrow('niet te lezen');
  await rm(dir, { recursive: true });
});

test('documents rank by their best passage', async () => {
  const search = () => Promise.resolve(['b', 'b', 'a', 'c'].map((documentId) => ({ documentId, start: 0, end: 1 })));
  const system = { id: 'x', label: '', role: 'baseline' as const, search };
  expect(await scoreQuestion(system, { question: '?', documentId: 'a' })).toMatchObject({ firstRank: 2, mrr10: 0.5, recall1: 0, recall5: 1 });
  expect(await scoreQuestion(system, { question: '?', documentId: 'z' })).toEqual({ ndcg10: 0, mrr10: 0, recall1: 0, recall5: 0, recall10: 0 });
});
