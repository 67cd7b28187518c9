import { describe, expect, it } from 'vitest';
import type { CanonicalDocument } from '../corpus/document.ts';
import { locateQuote } from './locate-quote.ts';

const text = 'Een zin (met haakjes).\nNog een\nzin. Twee keer. Dan nog eens: Twee keer.';
const document = { id: 'proef', text, pageStarts: [0, text.indexOf('Dan')] } as unknown as CanonicalDocument;

function quoted(words: string, page?: number): string | undefined {
  const found = locateQuote(document, words, page);
  return 'fault' in found ? undefined : text.slice(found.start, found.end);
}

describe('locateQuote', () => {
  it('finds words exactly, also with characters that mean something in a pattern', () => {
    expect(quoted('(met haakjes).')).toBe('(met haakjes).');
  });

  it('finds words across a line end and gives the text as it stands there', () => {
    expect(quoted('Nog een zin.')).toBe('Nog een\nzin.');
  });

  it('takes no other case, accent or hyphen for verbatim', () => {
    expect(quoted('nog een zin.')).toBeUndefined();
    expect(quoted('Nog een zín.')).toBeUndefined();
  });

  it('wants the page when the words stand there twice', () => {
    expect(locateQuote(document, 'Twee keer.')).toEqual({ fault: expect.stringContaining('staat 2 keer in "proef" (pagina 1, 2)') });
    expect(locateQuote(document, 'Twee keer.', 2)).toEqual({ start: text.lastIndexOf('Twee'), end: text.length });
  });

  it('says on which page the words do stand', () => {
    expect(locateQuote(document, '(met haakjes).', 2)).toEqual({ fault: expect.stringContaining('op pagina 2 (wel op 1)') });
  });
});
