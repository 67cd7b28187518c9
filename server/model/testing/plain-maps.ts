import type { LearnedMaps } from '../learned-maps.ts';

/** Maps that change nothing: questions as they are, compared by cosine, and a head that says nothing of any sentence. */
export function plainMaps(dimensions: number, change: Partial<LearnedMaps> = {}): LearnedMaps {
  const zeros = (size: number) => new Float32Array(size);
  return {
    adapter: { down: zeros(dimensions), up: zeros(dimensions), importance: zeros(dimensions) },
    measure: { sharpness: 15, mean: zeros(dimensions), transform: Float32Array.from({ length: dimensions ** 2 }, (_, i) => Number(i % (dimensions + 1) === 0)) },
    evidence: {
      question: zeros(dimensions),
      sentence: zeros(dimensions),
      product: zeros(dimensions),
      bias: zeros(1),
      output: zeros(1),
      importance: zeros(dimensions),
      idfPower: 1,
      windowSlope: 0,
      ownSlope: 0,
      worst: 0,
      offset: 0,
      meaning: { question: zeros(dimensions), sentence: zeros(dimensions), output: zeros(1), mean: zeros(dimensions) },
    },
    ...change,
  };
}
