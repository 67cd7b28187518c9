/**
 * Characters a reader cannot see: soft hyphens inside lines, zero-width and bidirectional controls, variation
 * selectors and the tag block. They break search and can hide text from a human reviewer, so they are dropped.
 */
const HIDDEN =
  // eslint-disable-next-line no-misleading-character-class -- these characters are the subject
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;

/** Bullets of symbol fonts that arrive as private-use characters (Wingdings, Symbol). */
const SYMBOL_BULLETS: Record<string, string> = { '\uF0B7': '•', '\uF0A7': '▪', '\uF0D8': '•', '\uF0FC': '•', '\uF02D': '–' };

/**
 * NFC; ligatures of typesetting (`ﬁ`, `ĳ`) spelled out; every kind of blank one space; hidden characters dropped.
 * Line feeds and form feeds stay. A soft hyphen at a line end is a hyphenation and becomes `-`.
 */
export function cleanCharacters(text: string): { text: string; hidden: number } {
  let hidden = 0;
  const cleaned = text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\u00AD(?=[ \t]*\n)/g, '-')
    .replace(HIDDEN, () => {
      hidden += 1;
      return '';
    })
    .replace(/[\uFB00-\uFB06\u0132\u0133]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\uF02D\uF0A7\uF0B7\uF0D8\uF0FC]/g, (bullet) => SYMBOL_BULLETS[bullet] ?? bullet)
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC');
  return { text: cleaned, hidden };
}
