import { componentsOf } from '../server/model/question-measure.ts';
import type { FormsData } from '../server/search/form-index.ts';
import { quantise } from '../server/search/token-index.ts';
import { measureIdentity, placeTexts, type PlaceTextsRequest } from './place-texts.ts';

/** Puts the question forms of things in the learned measure, as the index keeps them. @param forms per thing, in the order of the things */
export async function placeForms(forms: readonly (readonly string[])[], request: PlaceTextsRequest): Promise<FormsData> {
  const texts = forms.flat();
  const placed = await placeTexts(texts, request);
  const components = componentsOf(request.measure);
  const vectors = new Float32Array(texts.length * components);
  placed.forEach(({ place }, i) => vectors.set(place, i * components));
  return {
    texts,
    thingOf: forms.flatMap((own, thing) => own.map(() => thing)),
    keys: placed.map(({ key }) => key),
    measureId: measureIdentity(request.measure),
    ...quantise(vectors, components),
  };
}

/** Forms of things without a measure to place them in: they are searched by words alone. */
export function unplacedForms(forms: readonly (readonly string[])[]): FormsData {
  return {
    texts: forms.flat(),
    thingOf: forms.flatMap((own, thing) => own.map(() => thing)),
    keys: [],
    measureId: '',
    vectors: new Int8Array(0),
    scales: new Float32Array(0),
  };
}
