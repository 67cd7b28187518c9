import { describe, expect, it } from 'vitest';
import { cutMiddle } from './query-tokens.ts';

describe('cutMiddle', () => {
  it('leaves a short text as it is', () => {
    expect(cutMiddle([1, 2, 3], [[0, 1], [1, 3]], 3)).toEqual({ ids: [1, 2, 3], parts: [[0, 1], [1, 3]] }); // prettier-ignore
  });

  it('keeps beginning and end of a long one, and each word points at what is left of it', () => {
    const words: [number, number][] = [[0, 2], [2, 5], [5, 6], [6, 10]]; // prettier-ignore
    expect(cutMiddle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], words, 5)).toEqual({ ids: [0, 1, 2, 8, 9], parts: [[0, 2], [2, 3], [3, 3], [3, 5]] }); // prettier-ignore
  });

  it('cuts within one endless word', () => {
    expect(cutMiddle(Array.from({ length: 5000 }, (_, i) => i), [[0, 5000]], 4)).toEqual({ ids: [0, 1, 4998, 4999], parts: [[0, 4]] });
  });
});
