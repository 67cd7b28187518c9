import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { commonSubsequence, compareSentences } from './compare-sentences.ts';

/** A page a list of sentences. */
function documentOf(...pages: string[][]): CanonicalDocument {
  let text = '';
  const pageStarts: number[] = [];
  const sentences = pages.flatMap((page) => {
    pageStarts.push(text.length);
    return page.map((sentence) => {
      const start = text.length;
      text += `${sentence}\n`;
      return { start, end: start + sentence.length, block: 0 };
    });
  });
  return { text, pageStarts, sentences, blocks: [] } as unknown as CanonicalDocument;
}

describe('what changed between two versions', () => {
  it('tells apart changed, gone, new and moved, each with its page', () => {
    const old = documentOf(['De prestatie geldt tot 2025.', 'Partijen sluiten een contract.', 'Zij tekenen het.', 'Dit hoofdstuk vervalt.'], ['Aan het eind.']);
    const next = documentOf(['Aan het eind.', 'De prestatie geldt tot 2028.'], ['Partijen sluiten een contract.', 'Zij tekenen het.', 'Gemeenten tekenen nu mee.']);
    expect(compareSentences(old, next)).toEqual({
      same: 2,
      changes: [
        { kind: 'verplaatst', old: { page: 2, text: 'Aan het eind.' }, next: { page: 1, text: 'Aan het eind.' } },
        { kind: 'gewijzigd', old: { page: 1, text: 'De prestatie geldt tot 2025.' }, next: { page: 1, text: 'De prestatie geldt tot 2028.' } },
        { kind: 'weg', old: { page: 1, text: 'Dit hoofdstuk vervalt.' } },
        { kind: 'nieuw', next: { page: 2, text: 'Gemeenten tekenen nu mee.' } },
      ],
    });
  });

  it('says nothing of equal texts, whatever their pages', () => {
    expect(compareSentences(documentOf(['Een.', 'Twee.']), documentOf(['Een.'], ['Twee.']))).toEqual({ same: 2, changes: [] });
  });

  it('finds pairs that are equal and in order, also of very long documents', () => {
    const long = Array.from({ length: 5000 }, (_, at) => `Zin ${at}`);
    const other = ['Voorop', ...long.filter((_, at) => at % 3 > 0), 'Achteraan'];
    expect(commonSubsequence(long, other)).toHaveLength(other.length - 2);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (a, b) => {
        const pairs = commonSubsequence(a, b);
        expect(pairs.every(([x, y], at) => a[x] === b[y] && (at === 0 || (x > pairs[at - 1]![0] && y > pairs[at - 1]![1])))).toBe(true);
      }),
    );
  });
});
