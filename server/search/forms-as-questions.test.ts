import { describe, expect, it } from 'vitest';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { FORMS_HAND, withForms } from './forms-as-questions.ts';
import { QuestionIndex, questionIndexData, withoutHand, type QuestionIndexData } from './question-index.ts';
import { missingData, smallMissing } from './testing/small-asked.ts';

const encoder = new FakeEncoder();
const { measure } = plainMaps(encoder.dimensions);
const vectorOf = async (text: string): Promise<Float32Array> => (await encoder.encodeQuery(text)).vector;

/** One question that somebody wrote. */
const written: QuestionIndexData = {
  ...questionIndexData([{ key: 'q', sentences: ['gids/0'], silent: [], hand: 'huisarts', place: await vectorOf('wie betaalt') }], measure, 'plain'),
  background: 1e-4,
};
const { forms } = await missingData([smallMissing('a', { asks: ['experiment eindigt', 'eindigt'] }), smallMissing('b', { asks: ['huisarts'] })], encoder);
/** The first thing is a statement on two sentences, the second is missing in two documents. */
const TARGETS = [{ sentences: ['gids/1', 'gids/0'], silent: [] }, { sentences: [], silent: ['gids', 'brief'] }];
const joined = withForms(written, forms, TARGETS);
const votesFor = async (question: string, data = joined) => new QuestionIndex(data, measure).votes(await vectorOf(question));

describe('question forms as questions', () => {
  it('let a form vote for each sentence that its statement rests on', async () => {
    const { sentences, nearest, answered } = await votesFor('experiment eindigt');
    expect([...sentences.keys()].sort()).toEqual(['gids/0', 'gids/1']);
    expect(sentences.get('gids/1')).toBeGreaterThan(0.9);
    expect(nearest).toBeCloseTo(1, 2);
    expect(answered).toBeGreaterThan(0.9);
    expect((await votesFor('experiment eindigt', written)).answered).toBeLessThan(0.1);
  });

  it('let a form of what is missing speak against its documents, and for no sentence', async () => {
    const { sentences, silent } = await votesFor('huisarts');
    expect([...silent]).toEqual([['gids', expect.any(Number)], ['brief', expect.any(Number)]]);
    expect(silent.get('gids')).toBeGreaterThan(0.9);
    expect([...sentences.values()].every((vote) => vote < 0.1)).toBe(true);
  });

  it('leave the questions that were there as they are, and can be taken off by their hand', async () => {
    expect((await votesFor('wie betaalt')).sentences.get('gids/0')).toBeGreaterThan(0.9);
    expect(joined.hands).toEqual(['huisarts', FORMS_HAND]);
    const left = withoutHand(joined, FORMS_HAND);
    expect([left.keys, left.answers, [...left.vectors]]).toEqual([written.keys, written.answers, [...written.vectors]]);
  });

  it('added twice share one hand', () => {
    expect(withForms(joined, forms, TARGETS).hands).toEqual(['huisarts', FORMS_HAND]);
  });

  it.each([
    ['placed in another measure', { ...forms, measureId: 'other' }],
    ['never placed', { ...forms, vectors: new Int8Array(0), scales: new Float32Array(0) }],
  ])('take no part when they were %s', (_, other) => expect(withForms(written, other, TARGETS)).toBe(written));
});
