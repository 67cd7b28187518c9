import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentQuestion } from './collection.ts';
import { readCollection } from './read-collection.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-collection-'));
});
afterAll(() => rm(dir, { recursive: true }));

const write = async (...rows: unknown[]): Promise<string> => {
  const path = join(dir, 'vragen.jsonl');
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return path;
};
const parking = { id: 'parkeren', question: 'Mag ik overal parkeren?', reference_answer: 'Op een stoep staat u nooit.\n\nEen boete kost geld.', canonical: 'https://voorbeeld.test/parkeren', license: 'CC0' };

test('indexes the answers alone, never the question itself', async () => {
  const { documents, questions, name } = await readCollection(await write(parking, { id: 'fiets', question: 'Waar staat mijn fiets?', reference_answer: 'In de stalling bij het station.', extra: 1 }, ''));
  expect([name, documents.length, questions.length]).toEqual(['vragen.jsonl', 2, 2]);
  const { text, licence, title } = documents[0]!;
  expect(text).toContain('Op een stoep staat u nooit.');
  expect(`${text} ${title}`).not.toContain(parking.question);
  expect(licence).toBe('CC0');
  expect(questions[0]!.query).toBe(parking.question);
  expect(questions[0]!.score([{ documentId: 'parkeren', start: 0, end: 1 }])).toMatchObject({ firstRank: 1, ndcg10: 1 });
}, 60_000);

test.each([
  ['a broken row', [parking, '{"id": "a"}'], 'regel 2: dit is geen vraag met antwoord'],
  ['no JSON', ['vraag;antwoord'], 'regel 1: dit is geen vraag met antwoord'],
  ['nothing', [], 'bevat geen vragen'],
  ['the same id twice', [parking, parking], 'een id komt twee keer voor'],
])('%s is named', async (_, rows, message) => {
  await expect(readCollection(await write(...rows))).rejects.toThrow(message);
});

test('a file that is not there is named', async () => {
  await expect(readCollection(join(dir, 'weg'))).rejects.toThrow('--collection');
});

test('documents rank by their best passage', () => {
  const passages = ['b', 'b', 'a', 'c'].map((documentId) => ({ documentId, start: 0, end: 1 }));
  expect(documentQuestion('?', 'a').score(passages)).toMatchObject({ firstRank: 2, mrr10: 0.5, recall1: 0, recall5: 1 });
  expect(documentQuestion('?', 'z').score(passages)).toEqual({ ndcg10: 0, mrr10: 0, recall1: 0, recall5: 0, recall10: 0 });
});
