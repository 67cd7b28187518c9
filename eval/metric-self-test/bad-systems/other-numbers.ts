const ONES = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien'];
const TENS = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

/** Whole numbers in running text, not in markers; a date or an amount counts as several. */
const DIGITS = /(?<![\d[])\d+(?![\d\]])/g;

/** 2024 → 2027: so far that no near quote holds it. */
const raised = (digits: string): number => Number(digits) + 3;

export const raisedDigits = (text: string): string => text.replace(DIGITS, (digits) => String(raised(digits)));

/** The same in Dutch words. */
export const raisedInWords = (text: string): string => text.replace(DIGITS, (digits) => inDutch(raised(digits)));

/** Whole numbers below a million as Dutch writes them. */
export function inDutch(value: number): string {
  if (value < 20) return ONES[value]!;
  if (value < 100) {
    const ones = value % 10;
    const tens = TENS[Math.floor(value / 10)]!;
    if (ones === 0) return tens;
    const word = ONES[ones]!.replace('één', 'een');
    return `${word}${word.endsWith('e') ? 'ë' : 'e'}n${tens}`;
  }
  if (value < 1000) return `${value < 200 ? '' : ONES[Math.floor(value / 100)]!}honderd${value % 100 === 0 ? '' : inDutch(value % 100)}`;
  if (value < 1_000_000) return `${value < 2000 ? '' : inDutch(Math.floor(value / 1000))}duizend${value % 1000 === 0 ? '' : ` ${inDutch(value % 1000)}`}`;
  return String(value);
}
