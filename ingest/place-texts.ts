import { createHash } from 'node:crypto';
import type { Encoder } from '../server/model/encoder.ts';
import { componentsOf, placeInMeasure, type QuestionMeasure } from '../server/model/question-measure.ts';
import { mapConcurrently } from './map-concurrently.ts';

/** What an old index kept of texts in a measure. */
export interface PlacedBefore {
  keys: string[];
  measureId: string;
  /** `texts × components` as int8 with a scale each. */
  vectors: Int8Array;
  scales: Float32Array;
}

export interface PlaceTextsRequest {
  encoder: Encoder;
  measure: QuestionMeasure;
  /** A text that stands there unchanged is not encoded again. */
  known: PlacedBefore | undefined;
  /** Texts that are encoded at once. */
  atOnce: number;
  /** Called after each text. */
  onPlaced?: (() => void) | undefined;
}

/** A text's place in the learned measure: a unit vector of `components` numbers, and what it is known by later. */
export interface PlacedText {
  key: string;
  place: Float32Array;
}

/** Puts questions in the learned measure, in the order in which they come. */
export async function placeTexts(texts: readonly string[], { encoder, measure, known, atOnce, onPlaced }: PlaceTextsRequest): Promise<PlacedText[]> {
  const old = known?.measureId === measureIdentity(measure) ? placesOf(known, componentsOf(measure)) : new Map<string, Float32Array>();
  return mapConcurrently(texts, atOnce, async (text) => {
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    const place = old.get(key) ?? placeInMeasure((await encoder.encodeQuery(text)).vector, measure);
    onPlaced?.();
    return { key, place };
  });
}

/** Places are only comparable in the very same measure. */
export function measureIdentity({ mean, transform, sharpness }: QuestionMeasure): string {
  const hash = createHash('sha256').update(String(sharpness));
  for (const { buffer, byteOffset, byteLength } of [mean, transform]) hash.update(Buffer.from(buffer, byteOffset, byteLength));
  return hash.digest('base64url').slice(0, 16);
}

function placesOf({ keys, vectors, scales }: PlacedBefore, components: number): Map<string, Float32Array> {
  return new Map(keys.map((key, i) => [key, Float32Array.from(vectors.subarray(i * components, (i + 1) * components), (value) => value * scales[i]!)]));
}
