import type { CanonicalReport } from './source-text.ts';

/** How often each word occurs; superscript figures count as figures. */
export function countWords(text: string): Map<string, number> {
  const count = new Map<string, number>();
  for (const word of words(text)) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

export const words = (text: string): string[] =>
  text
    .replace(/[⁰¹²³⁴-⁹]+/gu, (mark) => ` ${mark.normalize('NFKC')} `)
    .normalize('NFC')
    // Reference marks that the extraction glued to a word.
    .replace(/(?<=\p{Ll}{3})(?=\d)/gu, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Words of the source that are neither in the canonical text nor among what the report says was removed. Pieces that
 * the report says were joined count as the word they became.
 */
export function lostWords(source: string, text: string, report: CanonicalReport): string[] {
  const expected = countWords(source);
  const add = (word: string, by: number): void => void expected.set(word, (expected.get(word) ?? 0) + by);
  for (const { from, to } of report.joined) {
    for (const word of from.flatMap(words)) add(word, -1);
    for (const word of words(to)) add(word, 1);
  }
  const found = countWords([text, ...report.removed.map((one) => one.text)].join(' '));
  return [...expected].filter(([word, times]) => (found.get(word) ?? 0) < times).map(([word]) => word);
}
