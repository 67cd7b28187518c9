import { words } from '../../text/words.ts';
import type { EncodedText, Encoder } from '../encoder.ts';

/** Everyday words of the tests; a word's place here is its axis and its token id. */
const VOCABULARY = ['wie', 'betaalt', 'gemeente', 'verzekeraar', 'overleg', 'huisarts', 'experiment', 'eindigt'];

/**
 * An encoder that can be checked by eye: each known word is a token of its own with a unit vector
 * along its own axis, and a text's vector is their mean; unknown words share the last axis.
 */
export class FakeEncoder implements Encoder {
  readonly dimensions = VOCABULARY.length + 1;
  readonly modelSha256: string;

  constructor(modelSha256 = 'a'.repeat(64)) {
    this.modelSha256 = modelSha256;
  }

  encodeQuery(text: string): Promise<EncodedText> {
    return this.encodePassage(text.trim().split(/\s+/));
  }

  async encodePassage(parts: readonly string[], context = ''): Promise<EncodedText> {
    const ids = [...tokenIds(context)];
    const ranges = parts.map((part): [number, number] => {
      const first = ids.length;
      ids.push(...tokenIds(part));
      return [first, ids.length];
    });
    const { dimensions } = this;
    const vectors = new Float32Array(ids.length * dimensions);
    const vector = new Float32Array(dimensions);
    ids.forEach((id, row) => {
      vectors[row * dimensions + id] = 1;
      vector[id]! += 1;
    });
    const length = Math.hypot(...vector) || 1;
    return { vector: vector.map((x) => x / length), ids, vectors, parts: ranges };
  }
}

function tokenIds(text: string): number[] {
  return words(text).map(({ word }) => {
    const id = VOCABULARY.indexOf(word);
    return id < 0 ? VOCABULARY.length : id;
  });
}
