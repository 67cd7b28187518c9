import { expect, it } from 'vitest';
import { cleanCharacters } from './characters.ts';

it('drops what a reader cannot see and counts it', () => {
  const hidden = 'zorg\u200B\u200D\u{E0041}\u202Everzeke\u00ADring\uFEFF';
  expect(cleanCharacters(hidden)).toEqual({ text: 'zorgverzekering', hidden: 6 });
});

it('makes NFC, plain spaces, letters of ligatures and visible bullets', () => {
  expect(cleanCharacters('ideee\u0308n\u00A0\uFB01nancie\u0308n \uF0B7 \u0132sland\r\n').text).toBe('ideeën financiën • IJsland\n');
});

it('takes a soft hyphen at a line end for hyphenation', () => {
  expect(cleanCharacters('samenwer\u00AD\nking').text).toBe('samenwer-\nking');
});
