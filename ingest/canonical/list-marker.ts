/** What a line starts with when it is a list item. */
export interface ListMarker {
  /** Items of one list share it: the bullet itself, or the numbering style (`alpha)`, `roman.`, `decimal.`). */
  style: string;
  /** Shown as `• `; numbers and letters are part of the text. */
  bullet: boolean;
  /** Place in the numbering, 1-based; 0 for bullets. */
  order: number;
  /** The item without its bullet, or with its number and one space. */
  text: string;
}

const BULLET = /^([•·●◦°▪■□➢►✓*o–—-])\s+(?=\S)/u;
const NUMBERED = /^(\(?)(\d{1,3}|[a-z]|[ivxl]{1,6})([.)°º])(\s*)(?=\S)/;
const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

/** Recognises bullets, `1.`, `a)`, `(a)`, `ii.` and `xiii.of` (the space lost). `open` are the items it may follow, which decides whether `i` is a letter. */
export function listMarker(line: string, open: readonly ListMarker[] = []): ListMarker | undefined {
  const bullet = BULLET.exec(line);
  if (bullet) return { style: bullet[1] ?? '', bullet: true, order: 0, text: line.slice(bullet[0].length) };

  const numbered = NUMBERED.exec(line);
  if (!numbered) return undefined;
  const [all, bracket = '', value = '', close = '', space = ''] = numbered;
  const rest = line.slice(all.length);
  const kind = /^\d/.test(value) ? 'decimal' : romanOrLetter(value, `${bracket}${close}`, open);
  if (kind === undefined) return undefined;
  // Without a space only "viii.wat" is sure; "i.v.m." and "3.5" are not items.
  if (space === '' && !(kind === 'roman' && value.length > 1 && /^\p{Ll}{2}/u.test(rest) && !/^\p{L}+\.\p{L}/u.test(rest))) {
    return undefined;
  }
  const order = kind === 'decimal' ? Number(value) : kind === 'roman' ? roman(value) : value.charCodeAt(0) - 96;
  return { style: `${kind}${bracket}${close}`, bullet: false, order, text: `${bracket}${value}${close} ${rest}` };
}

function romanOrLetter(value: string, brackets: string, open: readonly ListMarker[]): 'alpha' | 'roman' | undefined {
  const letter = value.length === 1 ? value.charCodeAt(0) - 96 : 0;
  if (letter > 1 && open.some((item) => item.style === `alpha${brackets}` && item.order === letter - 1)) return 'alpha';
  if (/^[ivxl]+$/.test(value) && roman(value) > 0) return 'roman';
  return letter > 0 ? 'alpha' : undefined;
}

/** Value of a well-formed roman number below 90, otherwise 0. */
function roman(value: string): number {
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(value)) return 0;
  let sum = 0;
  for (let at = 0; at < value.length; at += 1) {
    const here = ROMAN[value[at] ?? ''] ?? 0;
    const next = ROMAN[value[at + 1] ?? ''] ?? 0;
    sum += here < next ? -here : here;
  }
  return sum;
}
