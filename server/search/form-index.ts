import { kernelWeight, type QuestionMeasure } from '../model/question-measure.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import { LexicalIndex } from './lexical-index.ts';
import type { QueryTerm } from './query-analyser.ts';
import { PlacedTexts } from './placed-texts.ts';

/**
 * Question forms of things that can be asked for (statements, kinds of what the sources do not say), as the index holds them:
 * a question is compared with every form, by what it means and by its words, and each thing gets what its forms earn.
 */
export interface FormsData {
  /** The forms, and per form the thing it asks for. */
  texts: string[];
  thingOf: number[];
  /** Per form a hash of its text, and which measure they were placed in: what did not change need not be encoded again. */
  keys: string[];
  measureId: string;
  /** Places in the learned measure, `forms × components`, unit rows as int8 with a scale each. */
  vectors: Int8Array;
  scales: Float32Array;
}

/** How a question meets one thing. */
export interface ThingMatch {
  /** Cosine with the nearest of its forms in the learned measure, −1…1, and which form that is; absent without the encoder. */
  nearest?: number;
  form?: number;
  /** Its forms' part of the weight of all forms, 0…1. */
  share?: number;
  /** BM25+ of the question's words against its text and its forms. */
  words: number;
}

export interface FormMatches {
  things: ThingMatch[];
  /** Cosine with each form; absent without the encoder. */
  cosines?: Float64Array;
}

/** How sharply nearness decides in `share`; wider than the votes for sentences, since each thing has few forms. Measured on the tune half. */
const SHARPNESS = 12;
/** What counts as weight beside the forms themselves: a question far from all of them gives every thing little. */
const BACKGROUND = 1e-3;

export class FormIndex {
  readonly #data: FormsData;
  readonly #things: number;
  readonly #placed: PlacedTexts | undefined;
  readonly #words: LexicalIndex;

  /**
   * @param texts of the things themselves, in their order; searched by words together with their forms
   * @param measure that the forms were placed in; without it words alone decide
   */
  constructor(data: FormsData, texts: readonly string[], measure: QuestionMeasure | undefined, splitter: CompoundSplitter) {
    this.#data = data;
    this.#things = texts.length;
    this.#placed = measure && data.scales.length > 0 ? new PlacedTexts(data, measure) : undefined;
    const forms = texts.map((text) => [text]);
    data.thingOf.forEach((thing, form) => forms[thing]!.push(data.texts[form]!));
    this.#words = LexicalIndex.build(forms.map((all) => ({ text: all.join('\n'), headings: '', document: '' })), splitter);
  }

  get texts(): readonly string[] {
    return this.#data.texts;
  }

  /** @param vector unit vector of the question, as the encoder gives it; without it words alone are compared */
  match(vector: Float32Array | undefined, terms: readonly QueryTerm[]): FormMatches {
    const things: ThingMatch[] = Array.from({ length: this.#things }, () => ({ words: 0 }));
    for (const { id, score } of this.#words.search(terms)) things[id]!.words = score;
    if (!vector || !this.#placed) return { things };
    const cosines = this.#placed.cosines(vector);
    let total = BACKGROUND;
    for (const thing of things) Object.assign(thing, { nearest: -1, share: 0 });
    cosines.forEach((cosine, form) => {
      const thing = things[this.#data.thingOf[form]!]!;
      const weight = kernelWeight(cosine, SHARPNESS);
      total += weight;
      thing.share! += weight;
      if (cosine > thing.nearest!) Object.assign(thing, { nearest: cosine, form });
    });
    for (const thing of things) thing.share! /= total;
    return { things, cosines };
  }
}

/** The forms of some of the things, which are counted anew in their order. @param keeps per thing */
export function formsOfThings(data: FormsData, keeps: (thing: number) => boolean): FormsData {
  const components = data.scales.length === 0 ? 0 : data.vectors.length / data.scales.length;
  const things = [...new Set(data.thingOf)].sort((a, b) => a - b).filter(keeps);
  const placeOf = new Map(things.map((thing, place) => [thing, place]));
  const left = [...data.thingOf.keys()].filter((form) => placeOf.has(data.thingOf[form]!));
  const vectors = new Int8Array(left.length * components);
  left.forEach((form, i) => vectors.set(data.vectors.subarray(form * components, (form + 1) * components), i * components));
  return {
    ...data,
    texts: left.map((form) => data.texts[form]!),
    thingOf: left.map((form) => placeOf.get(data.thingOf[form]!)!),
    keys: data.keys.length === 0 ? [] : left.map((form) => data.keys[form]!),
    vectors,
    scales: data.scales.length === 0 ? data.scales : Float32Array.from(left, (form) => data.scales[form]!),
  };
}
