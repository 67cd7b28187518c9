import { describe, expect, it } from 'vitest';
import { quoteFrom, smallStatement } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { candidate, foundWith, smallBook } from './testing/small-finding.ts';
import { verdictFeatures } from './verdict-features.ts';

const gids = smallDocument('gids', ['PGAZ vraagt een overeenkomst.']);
const book = await smallBook([smallStatement('overeenkomst', [quoteFrom(gids, 'PGAZ vraagt een overeenkomst.')])], [gids]);
const near = (decided: readonly { verdict: 'ja' | 'nee' | 'hangt-af'; cosine: number }[], asksFor: readonly 'yes-no'[] = ['yes-no']) => {
  const finding = foundWith([candidate(book, 'overeenkomst', 1)], {}, asksFor);
  const question = { profile: { text: 'Mag PGAZ zonder contract?', asksFor: new Set(asksFor) } } as unknown as typeof finding.question;
  const votes = { sentences: new Map(), documents: new Set<string>(), answered: 1, silent: new Map(), nearest: 1, decided: decided.map((one) => ({ ...one, sentences: [] })) };
  return verdictFeatures({ ...finding, question, forms: { things: [], cosines: new Float64Array(book.forms.length) }, retrieval: { ...finding.retrieval, votes } }, book)?.features;
};

describe('verdictFeatures', () => {
  it('weighs how known questions near this one were answered: exp(10 · (cosine − 1)) each', () => {
    const features = near([{ verdict: 'nee', cosine: 1 }, { verdict: 'nee', cosine: 0.9 }, { verdict: 'ja', cosine: 0.8 }])!;
    const [first, second, third] = [1, Math.exp(-1), Math.exp(-2)];
    expect(features['known:nee']).toBeCloseTo((first! + second!) / (first! + second! + third!), 9);
    expect(features['known:ja']).toBeCloseTo(third! / (first! + second! + third!), 9);
    expect([features['known:hangt-af'], features['knownNearest:nee'], features['knownNearest:hangt-af']]).toEqual([0, 1, -1]);
  });

  it('has none where no question was decided', () => expect(near([])).toMatchObject({ 'known:ja': 0, 'known:nee': 0, 'knownNearest:ja': -1 }));

  it('says nothing of a question that asks for something else', () => expect(near([{ verdict: 'ja', cosine: 1 }], [])).toBeUndefined());
});
