import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedTerms } from './sorted-terms.ts';
import { levenshtein } from './testing/levenshtein.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 });
const vocabulary = fc.uniqueArray(word, { maxLength: 40 }).map((terms) => terms.sort());

describe('SortedTerms', () => {
  it('finds a term where it stands, and no other', () => {
    fc.assert(fc.property(vocabulary, word, (terms, asked) => {
      expect(new SortedTerms(terms).placeOf(asked)).toBe(terms.indexOf(asked));
    }));
  });

  it('gives what begins with a prefix as a range', () => {
    fc.assert(
      fc.property(vocabulary, word, (terms, prefix) => {
        const [first, last] = new SortedTerms(terms).startingWith(prefix);
        expect(terms.slice(first, last)).toEqual(terms.filter((term) => term.startsWith(prefix)));
      }),
    );
  });

  it('finds all that is spelt nearly so, with the distance, and nothing else', () => {
    fc.assert(
      fc.property(vocabulary, word, fc.nat(3), (terms, asked, most) => {
        const expected = terms.map((term, place) => ({ place, distance: levenshtein(asked, term) })).filter(({ distance }) => distance <= most);
        expect(new SortedTerms(terms).near(asked, most)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
