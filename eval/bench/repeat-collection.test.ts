import { expect, test } from 'vitest';
import type { Passage } from '../../server/corpus/document.ts';
import { repeatCollection } from './repeat-collection.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';

const text = 'Artikel 58 geldt tot 31-12-2029. Niets meer.';
const document = { id: 'wet', text, sentences: [{ start: 0, end: 32, block: 0 }] } as unknown as CanonicalDocument;
const passages: Passage[] = [0, 1].map((n) => ({ id: `wet#${n}`, documentId: 'wet', start: n * 33, end: 44, headings: [], sentences: [n, n + 1] }));

test('repeats whole documents until there are enough passages, the first time as they are', () => {
  const { documents, passages: repeated } = repeatCollection([document], passages, 5);
  expect(documents.map(({ id }) => id)).toEqual(['wet', 'wet-1', 'wet-2']);
  expect(documents[0]).toBe(document);
  expect(repeated.map(({ passage, original }) => [passage.id, passage.documentId, original])).toEqual([
    ['wet#0', 'wet', 0],
    ['wet#1', 'wet', 1],
    ['wet-1#0', 'wet-1', 0],
    ['wet-1#1', 'wet-1', 1],
    ['wet-2#0', 'wet-2', 0],
    ['wet-2#1', 'wet-2', 1],
  ]);
});

test('changes numbers alone, so that every offset stays, and the same way on every run', () => {
  const { documents } = repeatCollection([document], passages, 5);
  const texts = documents.map(({ text: other }) => other);
  expect(new Set(texts).size).toBe(3);
  for (const other of texts) expect(other).toMatch(/^Artikel [1-9]\d geldt tot [1-9]\d-[1-9]\d-[1-9]\d{3}\. Niets meer\.$/);
  expect(repeatCollection([document], passages, 5).documents.map(({ text: other }) => other)).toEqual(texts);
});
