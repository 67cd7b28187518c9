import { describe, expect, it, vi } from 'vitest';
import { FakeEncoder } from '../server/model/testing/fake-encoder.ts';
import { plainMaps } from '../server/model/testing/plain-maps.ts';
import { placeForms, unplacedForms } from './place-forms.ts';
import { measureIdentity, placeTexts } from './place-texts.ts';

const encoder = new FakeEncoder();
const { measure } = plainMaps(encoder.dimensions);
const request = { encoder, measure, known: undefined, atOnce: 2 };
const FORMS = [['wie betaalt', 'gemeente'], [], ['experiment eindigt']];

describe('question forms in the learned measure', () => {
  it('know their thing, their text and their measure', async () => {
    const { texts, thingOf, keys, measureId, vectors, scales } = await placeForms(FORMS, request);
    expect([texts, thingOf, measureId]).toEqual([['wie betaalt', 'gemeente', 'experiment eindigt'], [0, 0, 2], measureIdentity(measure)]);
    expect(new Set(keys).size).toBe(3);
    expect([vectors.length, scales.length]).toEqual([3 * encoder.dimensions, 3]);
  });

  it('stand where the encoder puts them, as far as a byte can tell', async () => {
    const { vectors, scales } = await placeForms(FORMS, request);
    const row = Array.from(vectors.subarray(0, encoder.dimensions), (value) => value * scales[0]!);
    row.forEach((value, i) => expect(value).toBeCloseTo(i < 2 ? Math.SQRT1_2 : 0, 2));
  });

  it('that stood there before are not encoded again; a new one, or another measure, is', async () => {
    const known = await placeForms(FORMS, request);
    const encode = vi.spyOn(encoder, 'encodeQuery');
    const again = await placeForms([['gemeente', 'huisarts'], ['wie betaalt']], { ...request, known });
    expect(encode.mock.calls.map(([text]) => text)).toEqual(['huisarts']);
    expect(again.keys[0]).toBe(known.keys[1]);
    encode.mockClear();
    await placeForms(FORMS, { ...request, known, measure: { ...measure, sharpness: 3 } });
    expect(encode).toHaveBeenCalledTimes(3);
    encode.mockRestore();
  });

  it('tell how far they are', async () => {
    const onPlaced = vi.fn();
    await placeTexts(['a', 'b', 'c'], { ...request, onPlaced });
    expect(onPlaced).toHaveBeenCalledTimes(3);
  });

  it('without a measure are searched by words alone', () => {
    expect(unplacedForms(FORMS)).toEqual({ texts: ['wie betaalt', 'gemeente', 'experiment eindigt'], thingOf: [0, 0, 2], keys: [], measureId: '', vectors: new Int8Array(0), scales: new Float32Array(0) });
  });
});
