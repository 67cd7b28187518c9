import { describe, expect, it } from 'vitest';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { FormIndex, formsOfThings, type FormsData } from './form-index.ts';
import { QueryAnalyser } from './query-analyser.ts';
import { missingData, smallMissing } from './testing/small-asked.ts';

const encoder = new FakeEncoder();
const { measure } = plainMaps(encoder.dimensions);
const splitter = new CompoundSplitter([]);
const analyser = new QueryAnalyser(splitter);

/** Three things: who pays, when it ends, and one that only its own text tells. */
const THINGS = [['wie betaalt het overleg', 'betaalt de gemeente'], ['wanneer eindigt het experiment'], ['huisarts']];
const TEXTS = ['De gemeente betaalt.', 'Het eindigt in 2029.', 'Een lumpsum is één bedrag.'];
const forms: FormsData = (await missingData(THINGS.map((asks, i) => smallMissing(`ding${i}`, { asks })), encoder)).forms;

const vectorOf = async (question: string): Promise<Float32Array> => (await encoder.encodeQuery(question)).vector;
const match = async (question: string, { index = new FormIndex(forms, TEXTS, measure, splitter), model = true } = {}) => index.match(model ? await vectorOf(question) : undefined, analyser.queryTerms(question));

describe('by what it means', () => {
  it('finds the thing with the nearest form, and which form that is', async () => {
    const { things, cosines } = await match('het experiment eindigt');
    expect(cosines).toHaveLength(4);
    expect(things.map(({ form }) => form)).toEqual([expect.any(Number), 2, 3]);
    expect(things[1]!.nearest).toBeCloseTo(cosines![2]!, 6);
    expect(things[1]!.nearest).toBeGreaterThan(things[0]!.nearest!);
    expect(things[1]!.nearest).toBeGreaterThan(things[2]!.nearest!);
  });

  it('gives the very question a cosine of one, as far as a byte can tell', async () => {
    const { things } = await match('betaalt de gemeente');
    expect(things[0]).toMatchObject({ form: 1 });
    expect(things[0]!.nearest).toBeCloseTo(1, 2);
  });

  it('shares the weight out: all of it near a form, hardly any far from all', async () => {
    const near = (await match('wanneer eindigt het experiment')).things.map(({ share }) => share!);
    expect(near[1]).toBeGreaterThan(0.5);
    expect(near.reduce((a, b) => a + b)).toBeLessThanOrEqual(1);
    const far = (await match('verzekeraar')).things.map(({ share }) => share!);
    expect(Math.max(...far)).toBeLessThan(near[1]!);
  });
});

describe('by words', () => {
  it('looks in the forms and in the text of the thing itself', async () => {
    expect((await match('experiment')).things.map(({ words }) => words > 0)).toEqual([false, true, false]);
    expect((await match('lumpsum')).things.map(({ words }) => words > 0)).toEqual([false, false, true]);
  });

  it.each([
    ['without the encoder', { model: false }],
    ['without the measure', { index: new FormIndex(forms, TEXTS, undefined, splitter) }],
    ['with forms that were never placed', { index: new FormIndex({ ...forms, vectors: new Int8Array(0), scales: new Float32Array(0) }, TEXTS, measure, splitter) }],
  ])('decide alone %s', async (_, options) => {
    const { things, cosines } = await match('wanneer eindigt het experiment', options);
    expect(cosines).toBeUndefined();
    expect(things.map(({ nearest, form, share }) => [nearest, form, share])).toEqual(Array(3).fill([undefined, undefined, undefined]));
    expect(things.map(({ words }) => words > 0)).toEqual([false, true, false]);
  });

  it('says nothing of a thing that no word meets', async () => {
    expect((await match('fietsplan', { model: false })).things).toEqual([{ words: 0 }, { words: 0 }, { words: 0 }]);
  });
});

describe('formsOfThings', () => {
  it('keeps the forms of some things, counted anew, each with its own place', async () => {
    const left = formsOfThings(forms, (thing) => thing !== 1);
    expect(left).toMatchObject({ texts: ['wie betaalt het overleg', 'betaalt de gemeente', 'huisarts'], thingOf: [0, 0, 1], measureId: 'plain' });
    expect(left.keys).toEqual(left.texts.map((text) => `key of ${text}`));
    const { things } = await match('huisarts', { index: new FormIndex(left, [TEXTS[0]!, TEXTS[2]!], measure, splitter) });
    expect(things[1]!.nearest).toBeCloseTo(1, 2);
    expect(things[0]!.nearest).toBeLessThan(0.5);
  });

  it('works on forms that were never placed', () => {
    const unplaced = { ...forms, keys: [], measureId: '', vectors: new Int8Array(0), scales: new Float32Array(0) };
    expect(formsOfThings(unplaced, (thing) => thing === 1)).toMatchObject({ texts: ['wanneer eindigt het experiment'], thingOf: [0], keys: [], scales: new Float32Array(0) });
  });
});
