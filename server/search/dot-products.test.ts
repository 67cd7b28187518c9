import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { DOT_PRODUCTS_WASM, dotProducts, passingProducts, PlainDotProducts, type DotProducts } from './dot-products.ts';

const implementations: [string, (vectors: Int8Array, dimensions: number) => DotProducts][] = [
  ['the fastest of this machine', dotProducts],
  ['JavaScript', (vectors, dimensions) => new PlainDotProducts(vectors, dimensions)],
];

describe.each(implementations)('dot products by %s', (_, create) => {
  it('are those of every row with every token asked for', () => {
    const int8 = fc.integer({ min: -128, max: 127 });
    const shapes = fc.record({ dimensions: fc.constantFrom(1, 7, 16, 32, 48, 384), tokens: fc.nat(6), rows: fc.nat(4) });
    const inputs = shapes.chain(({ dimensions, tokens, rows }) =>
      fc.record({
        dimensions: fc.constant(dimensions),
        stored: fc.array(int8, { minLength: tokens * dimensions, maxLength: tokens * dimensions }),
        query: fc.array(int8, { minLength: rows * dimensions, maxLength: rows * dimensions }),
        first: fc.nat(tokens),
      }),
    );
    fc.assert(
      fc.property(inputs, ({ dimensions, stored, query, first }) => {
        const count = stored.length / dimensions - first;
        const expected: number[] = [];
        for (let q = 0; q < query.length; q += dimensions) {
          for (let t = first * dimensions; t < stored.length; t += dimensions) {
            let sum = 0;
            for (let k = 0; k < dimensions; k += 1) sum += query[q + k]! * stored[t + k]!;
            expected.push(sum);
          }
        }
        const products = create(Int8Array.from(stored), dimensions);
        expect([...products.of(Int8Array.from(query), first, count)]).toEqual(expected);
        expect([...products.vectors]).toEqual(stored);
        const passing = Int8Array.from(stored.slice(first * dimensions));
        expect([...passingProducts(dimensions)(Int8Array.from(query), passing)]).toEqual(expected);
      }),
    );
  });

  it('hold the largest there are, and a question of any length', () => {
    const products = create(new Int8Array(384 * 300).fill(-128), 384);
    const values = products.of(new Int8Array(384 * 512).fill(-128), 0, 300);
    expect(values).toHaveLength(512 * 300);
    expect(new Set(values)).toEqual(new Set([384 * 128 * 128]));
    expect(products.vectors.every((x) => x === -128)).toBe(true);
  });
});

it('products with vectors that pass by are of the last ones only', () => {
  const products = passingProducts(16);
  const ones = (rows: number) => new Int8Array(16 * rows).fill(1);
  expect([...products(ones(300), ones(300).fill(2))]).toEqual(new Array(90_000).fill(32));
  expect([...products(ones(2), ones(1))]).toEqual([16, 16]);
  expect([...products(ones(2), ones(0))]).toEqual([]);
});

describe('the WebAssembly code', () => {
  it('is what its source says', async () => {
    const source = readFileSync(new URL('dot-products.wat', import.meta.url), 'utf8');
    const module = (await wabt()).parseWat('dot-products.wat', source);
    expect(Buffer.from(module.toBinary({}).buffer).toString('base64')).toBe(DOT_PRODUCTS_WASM);
  });

  it('serves here, and reads nothing beyond its tokens', () => {
    const products = dotProducts(new Int8Array(32), 16);
    expect(products).not.toBeInstanceOf(PlainDotProducts);
    expect(() => products.of(new Int8Array(16), 1, 2)).toThrow(RangeError);
    expect(() => products.of(new Int8Array(16), -1, 1)).toThrow(RangeError);
  });
});
