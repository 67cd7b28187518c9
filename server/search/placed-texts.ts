import { componentsOf, placeInMeasure, type QuestionMeasure } from '../model/question-measure.ts';
import { dotProducts, type DotProducts } from './dot-products.ts';
import { quantise } from './token-index.ts';

/** Texts placed in a learned measure: unit rows as int8 with a scale each, `texts × components`. */
export interface PlacedVectors {
  vectors: Int8Array;
  scales: Float32Array;
}

/** Compares a question with many placed texts at once. */
export class PlacedTexts {
  readonly #scales: Float32Array;
  readonly #measure: QuestionMeasure;
  readonly #products: DotProducts;

  constructor({ vectors, scales }: PlacedVectors, measure: QuestionMeasure) {
    this.#scales = scales;
    this.#measure = measure;
    this.#products = dotProducts(vectors, componentsOf(measure));
  }

  /** @param vector unit vector of the question, as the encoder gives it @returns the cosine with each text in the measure */
  cosines(vector: Float32Array): Float64Array {
    const place = placeInMeasure(vector, this.#measure);
    const { vectors: rounded, scales: [scale] } = quantise(place, place.length);
    const products = this.#products.of(rounded, 0, this.#scales.length);
    return Float64Array.from(this.#scales, (own, text) => products[text]! * scale! * own);
  }
}
