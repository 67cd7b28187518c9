import { describe, expect, test } from 'vitest';
import { readOptions, select } from './options.ts';
import { abstainCase, evaluationCase } from './testing/fixtures.ts';

const all = [evaluationCase(), abstainCase(), evaluationCase({ id: 'tune-a-01', split: 'tune', topic: 'a' })];
const ids = (argv: string[]): string[] => select(all, readOptions(argv)).cases.map(({ id }) => id);

test('other texts come by path', () => {
  expect(readOptions(['--collection', 'a.jsonl', '--distractors', 'oud'])).toMatchObject({ collection: 'a.jsonl', distractors: 'oud' });
});

test('without options everything is measured, and compared with the committed baseline', () => {
  expect(readOptions([])).toMatchObject({ split: 'all', compare: true, timeout: 30_000 });
  expect(select(all, readOptions([]))).toEqual({ cases: all, unknown: [] });
});

describe('a choice of cases', () => {
  test.each([
    [['--split', 'tune'], ['tune-a-01']],
    [['--type', 'unanswerable'], ['test-onthouden-01']],
    [['--topic', 'a', 'looptijd'], ['test-looptijd-01', 'tune-a-01']],
    [['--case', 'tune-a-01', '--split', 'test'], ['tune-a-01']],
    [['--leave-one-document-out'], ['test-looptijd-01', 'test-onthouden-01']],
    [['--leave-one-document-out', '--split', 'tune'], ['tune-a-01']],
    [['--split', 'test', '--type', 'fact'], ['test-looptijd-01']],
  ])('%j', (argv, expected) => {
    expect(ids(argv)).toEqual(expected);
  });

  test('is described, but a whole half is no choice', () => {
    expect(select(all, readOptions(['--type', 'fact', 'typo'])).description).toBe('soort fact, typo');
    expect(select(all, readOptions(['--split', 'test'])).description).toBeUndefined();
  });

  test('names ids that do not exist', () => {
    expect(select(all, readOptions(['--case', 'test-x-99'])).unknown).toEqual(['test-x-99']);
  });
});

describe('reading', () => {
  test('files of feedback', () => {
    expect(readOptions(['--from-feedback', 'a.jsonl', 'b.jsonl', '--drafts', 'map'])).toMatchObject({ fromFeedback: ['a.jsonl', 'b.jsonl'], drafts: 'map' });
  });

  test('answers to read, files with grades and a folder for corrections', () => {
    expect(readOptions(['--read', '30'])).toMatchObject({ read: 30 });
    expect(readOptions(['--grades', 'a.json', 'b.jsonl', '--drafts', 'map'])).toMatchObject({ grades: ['a.json', 'b.jsonl'], drafts: 'map' });
  });
});
