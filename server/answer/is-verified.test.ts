import { describe, expect, it } from 'vitest';
import { makeCitation } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { isVerified } from './is-verified.ts';

const text = 'Eerste pagina. Het eindigt in 2029.';
const document = { id: 'gids', sha256: 'a'.repeat(64), text, pageStarts: [0, 15], blocks: [], title: '', publisher: '', published: '', status: '' } as unknown as CanonicalDocument;
const documents = new Map([['gids', document]]);
const good = makeCitation(document, 15, text.length, 1);

describe('isVerified', () => {
  it('accepts what stands there, on that page', () => {
    expect(good.page).toBe(2);
    expect(isVerified(good, documents)).toBe(true);
  });

  it.each([
    ['a changed letter', { quote: good.quote.replace('2029', '2028') }],
    ['other offsets', { start: good.start - 1 }],
    ['another page', { page: 1 }],
    ['an unknown document', { documentId: 'anders' }],
    ['another version of the document', { documentSha256: 'b'.repeat(64) }],
    ['nothing', { quote: '', end: good.start }],
  ])('refuses %s', (_what, change) => expect(isVerified({ ...good, ...change }, documents)).toBe(false));
});
