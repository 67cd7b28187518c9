/** Words that show one thing, as a pattern of whole words; `~` before or after a word lets it be part of a longer one. */
export function cue(words: string): RegExp {
  const pattern = words
    .split('|')
    .map((word) => `${word.startsWith('~') ? '' : '(?<![\\p{L}\\d])'}${word.replace(/^~|~$/g, '').replace(/ /g, '\\s+')}${word.endsWith('~') ? '' : '(?![\\p{L}\\d])'}`)
    .join('|');
  return new RegExp(pattern, 'iu');
}

/** @returns the words that show it, or undefined */
export const shown = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[0];

export const someShow = (texts: readonly string[], pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
