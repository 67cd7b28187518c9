import { describe, expect, test } from 'vitest';
import { abstention, answer, cite } from '../../testing/fixtures.ts';
import { answersAtOnce } from './direct.ts';

const FACTS = [{ pattern: '1 mei 2029', vital: true }, { pattern: 'experiment', vital: false }]; // prettier-ignore
const filler = (words: number): string => Array.from({ length: words }, () => 'woorden').join(' ');

describe('answers at once', () => {
  test.each([
    ['the fact in the first sentence', 'Het loopt tot uiterlijk 1 mei 2029 [1].'],
    ['in the second of two short sentences', `${filler(20)}. Het eindigt op 1 mei 2029 [1].`],
    ['within 300 characters, also in a quote', `Volgens de regeling: “Het experiment eindigt uiterlijk op 1 mei 2029.” [1]`],
    ['bold, and over a line break', 'Het loopt tot uiterlijk **1 mei\n2029** [1].'],
  ])('%s', (_, text) => {
    expect(answersAtOnce(FACTS, answer({ answer: text }))).toBe(true);
  });

  test.each([
    ['after four long quotes', `${Array.from({ length: 4 }, () => `“${filler(12)}.” [1]`).join('\n\n')}\n\nHet loopt tot 1 mei 2029.`],
    ['at the end of two sentences as long as an article', `${filler(50)}. ${filler(30)} 1 mei 2029.`],
    ['only in a citation, not in the text', 'Zie de bron [1].'],
    ['another date', 'Het loopt tot uiterlijk 1 mei 2028 [1].'],
    ['bare markers', '[1] [2]'],
    ['nothing', ''],
  ])('not: %s', (_, text) => {
    expect(answersAtOnce(FACTS, answer({ answer: text, citations: [cite('regeling', 'Het experiment eindigt uiterlijk op 1 mei 2029.')] }))).toBe(false);
  });

  test('an abstention answers nothing, and every vital fact counts', () => {
    expect(answersAtOnce(FACTS, abstention({ answer: '1 mei 2029' }))).toBe(false);
    expect(answersAtOnce([...FACTS, { pattern: 'vrij tarief', vital: true }], answer({ answer: 'Tot 1 mei 2029.' }))).toBe(false);
  });
});
