import { describe, expect, it } from 'vitest';
import type { QuestionMeasure } from '../model/question-measure.ts';
import { QuestionIndex, questionIndexData, withoutDocument, withoutHand, type PlacedQuestion } from './question-index.ts';

/** The measure that leaves three directions as they are. */
const measure: QuestionMeasure = { sharpness: 10, mean: new Float32Array(3), transform: Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]) };
const place = (...values: number[]) => Float32Array.from(values);
const questions: PlacedQuestion[] = [
  { key: '1', sentences: ['brief/0'], silent: [], hand: 'a', place: place(1, 0, 0) },
  { key: '2', sentences: ['brief/0', 'gids/4'], silent: [], hand: 'b', place: place(1, 0, 0) },
  { key: '3', sentences: ['gids/7'], silent: [], hand: 'b', place: place(0, 1, 0) },
];
const data = { ...questionIndexData(questions, measure, 'm'), background: 0 };

describe('QuestionIndex', () => {
  it('gives the sentences that answer the nearest questions their votes', () => {
    const votes = new QuestionIndex(data, measure).votes(place(1, 0, 0));
    // Two questions at cosine 1 weigh 1 each, the third at cosine 0 weighs exp(−10).
    const total = 2 + Math.exp(-10);
    expect(votes.sentences.get('brief/0')).toBeCloseTo(2 / total, 5);
    expect(votes.sentences.get('gids/4')).toBeCloseTo(1 / total, 5);
    expect(votes.nearest).toBeCloseTo(1, 2);
    expect([...votes.documents].sort()).toEqual(['brief', 'gids']);
  });

  it('leaves out votes that are noise', () => {
    expect(new QuestionIndex(data, measure).votes(place(1, 0, 0)).sentences.has('gids/7')).toBe(false);
  });

  it('lets a background stand against questions that are all far away', () => {
    const index = new QuestionIndex({ ...data, background: 0.5 }, measure);
    const near = index.votes(place(1, 0, 0));
    const far = index.votes(place(0, 0, 1));
    // 2 against a background of ½ is four fifths; three questions at cosine 0 weigh 3·exp(−10).
    expect(near.answered).toBeCloseTo(0.8, 3);
    expect(far.answered).toBeCloseTo((3 * Math.exp(-10)) / (0.5 + 3 * Math.exp(-10)), 6);
  });

  it('measures the background from other hands only', () => {
    // Each question has one of the other hand: at cosine 1, at cosine 1, at cosine 0; the least tenth is exp(−10).
    expect(questionIndexData(questions, measure, 'm').background).toBeCloseTo(Math.exp(-10), 6);
  });
});

describe('questions that were decided', () => {
  const decided = questionIndexData([{ ...questions[0]!, verdict: 'nee' }, questions[1]!, { ...questions[2]!, verdict: 'ja' }], measure, 'm');
  const seen = (data: typeof decided) => new QuestionIndex(data, measure).votes(place(1, 0, 0)).decided;

  it('tell with what, how near they are and which sentences decided', () => {
    expect(seen(decided)).toEqual([
      { verdict: 'nee', cosine: expect.closeTo(1, 2), sentences: ['brief/0'] },
      { verdict: 'ja', cosine: expect.closeTo(0, 2), sentences: ['gids/7'] },
    ]);
  });

  it('go with their hand, and with their document', () => {
    expect(seen(withoutHand(decided, 'a')).map(({ verdict }) => verdict)).toEqual(['ja']);
    expect(seen(withoutDocument(decided, 'gids')).map(({ verdict }) => verdict)).toEqual(['nee']);
  });
});

describe('questions that documents do not answer', () => {
  const unanswered: PlacedQuestion = { key: '4', sentences: [], silent: ['brief'], hand: 'c', place: place(0, 0, 1) };
  const known = { ...questionIndexData([...questions, unanswered], measure, 'm'), background: 0 };

  it('speak against those documents and of no other', () => {
    const { silent, sentences, answered } = new QuestionIndex(known, measure).votes(place(0, 0, 1));
    const total = 1 + 3 * Math.exp(-10);
    expect([...silent]).toEqual([['brief', expect.closeTo(1 / total, 5)]]);
    expect([sentences.size, answered]).toEqual([0, expect.closeTo((3 * Math.exp(-10)) / total, 6)]);
  });

  it('are forgotten with the document', () => {
    const votes = new QuestionIndex(withoutDocument(known, 'brief'), measure).votes(place(0, 0, 1));
    expect(votes.silent.size).toBe(0);
  });
});

describe('parts of it', () => {
  it('without a document no question points to it, and questions about it alone are gone', () => {
    const rest = withoutDocument(data, 'gids');
    expect(rest.answers.map((places) => places.map((at) => rest.sentences[at]))).toEqual([['brief/0'], ['brief/0']]);
    const votes = new QuestionIndex(rest, measure).votes(place(0, 1, 0));
    expect([...votes.documents]).toEqual(['brief']);
    expect(votes.nearest).toBeCloseTo(0, 2);
  });

  it('without a hand its questions are gone', () => {
    expect(new QuestionIndex(withoutHand(data, 'b'), measure).size).toBe(1);
  });

  it('holds none, and answers nothing', () => {
    const votes = new QuestionIndex(questionIndexData([], measure, 'm'), measure).votes(place(1, 0, 0));
    expect([votes.sentences.size, votes.answered, votes.nearest]).toEqual([0, 0, -1]);
  });
});
