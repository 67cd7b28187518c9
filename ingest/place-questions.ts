import { createHash } from 'node:crypto';
import type { Encoder } from '../server/model/encoder.ts';
import { componentsOf, placeInMeasure, type QuestionMeasure } from '../server/model/question-measure.ts';
import { questionIndexData, type PlacedQuestion, type QuestionIndexData } from '../server/search/question-index.ts';
import { mapConcurrently } from './map-concurrently.ts';
import type { SourceQuestion } from './questions.ts';

export interface PlaceRequest {
  encoder: Encoder;
  measure: QuestionMeasure;
  /** Of the old index: a question that stands there unchanged is not encoded again. */
  known: QuestionIndexData | undefined;
  /** Questions that are encoded at once. */
  atOnce: number;
  /** Called after each question. */
  onPlaced?: () => void;
}

/** Puts the questions of the corpus in the learned measure, as the index keeps them. */
export async function placeQuestions(questions: readonly SourceQuestion[], { encoder, measure, known, atOnce, onPlaced }: PlaceRequest): Promise<QuestionIndexData> {
  const measureId = identityOf(measure);
  const old = known?.measureId === measureId ? placesOf(known, componentsOf(measure)) : new Map<string, Float32Array>();
  const placed = await mapConcurrently(questions, atOnce, async ({ text, hand, sentences, silent }): Promise<PlacedQuestion> => {
    const key = hashOf(text);
    const place = old.get(key) ?? placeInMeasure((await encoder.encodeQuery(text)).vector, measure);
    onPlaced?.();
    return { key, sentences, silent, hand, place };
  });
  return questionIndexData(placed, measure, measureId);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Places are only comparable in the very same measure. */
function identityOf({ mean, transform, sharpness }: QuestionMeasure): string {
  const hash = createHash('sha256').update(String(sharpness));
  for (const { buffer, byteOffset, byteLength } of [mean, transform]) hash.update(Buffer.from(buffer, byteOffset, byteLength));
  return hash.digest('base64url').slice(0, 16);
}

function placesOf({ keys, vectors, scales }: QuestionIndexData, components: number): Map<string, Float32Array> {
  return new Map(keys.map((key, i) => [key, Float32Array.from(vectors.subarray(i * components, (i + 1) * components), (value) => value * scales[i]!)]));
}
