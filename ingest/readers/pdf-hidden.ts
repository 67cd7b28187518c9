import type { DrawnCharacter, Drawing } from './pdf-drawing.ts';
import type { PdfItem } from './pdf-rows.ts';

/** Why text is left out that no reader of the page sees (Dutch, for the report). */
export const HIDDEN = {
  faint: 'verborgen tekst: wit of zonder inkt op wit papier',
  small: 'verborgen tekst: te klein om te lezen',
  outside: 'verborgen tekst: buiten de bladzijde',
} as const;

export interface Sorted {
  seen: PdfItem[];
  hidden: { text: string; why: string }[];
}

/** Type below this size, in points, nobody reads. */
const SMALLEST_TYPE = 1;
/** So far ahead a run of text is looked for among what was drawn, in characters. */
const AHEAD = 5000;
/** What was drawn and not found as text, shorter than this, is a sign that the reader spells otherwise. */
const SHORTEST_LOST = 3;

/** Tells apart what a reader of the page sees and what not, by how it was drawn. */
export function sortHidden(items: readonly PdfItem[], page: { width: number; height: number }, drawing: Drawing): Sorted {
  const drawn = new DrawnText(drawing.characters);
  const result: Sorted = { seen: [], hidden: [] };
  for (const item of items) {
    const { skipped, characters } = drawn.take(item.text);
    if (skipped !== '') result.hidden.push({ text: skipped, why: HIDDEN.outside });
    const [first] = characters;
    if (item.size < SMALLEST_TYPE) result.hidden.push({ text: item.text, why: HIDDEN.small });
    else if (item.x + item.width < 0 || item.x > page.width || item.y < 0 || item.y - item.size > page.height) result.hidden.push({ text: item.text, why: HIDDEN.outside });
    // By its first character: a run is set in one colour, unless the reader joined two.
    else if (first && characters.every(({ faint }) => faint) && !drawing.isCovered(first, item.x + 1, item.y - item.size * 0.3)) result.hidden.push({ text: item.text, why: HIDDEN.faint });
    else result.seen.push(item);
  }
  const rest = drawn.rest();
  if (rest !== '') result.hidden.push({ text: rest, why: HIDDEN.outside });
  return result;
}

/** What was drawn, taken in the order of the text that the reader gives. */
class DrawnText {
  readonly #characters: readonly DrawnCharacter[];
  readonly #ink: string;
  /** Of each sign of `ink` the character it belongs to. */
  readonly #places: number[] = [];
  #at = 0;

  constructor(characters: readonly DrawnCharacter[]) {
    this.#characters = characters;
    let ink = '';
    characters.forEach(({ text }, place) => {
      for (const sign of inkOf(text)) {
        ink += sign;
        for (let unit = 0; unit < sign.length; unit += 1) this.#places.push(place);
      }
    });
    this.#ink = ink;
  }

  take(text: string): { skipped: string; characters: DrawnCharacter[] } {
    const ink = inkOf(text);
    const found = ink === '' ? -1 : this.#ink.slice(this.#at, this.#at + ink.length + AHEAD).indexOf(ink);
    if (found < 0) return { skipped: '', characters: [] };
    const start = this.#at + found;
    const skipped = this.#words(this.#at, start);
    this.#at = start + ink.length;
    return { skipped, characters: this.#characters.slice(this.#places[start], this.#places[this.#at - 1]! + 1).filter(({ text: own }) => own.trim() !== '') };
  }

  rest(): string {
    return this.#words(this.#at, this.#ink.length);
  }

  #words(from: number, to: number): string {
    if (to - from < SHORTEST_LOST) return '';
    return this.#characters.slice(this.#places[from], this.#places[to - 1]! + 1).map(({ text }) => text).join('').trim();
  }
}

const inkOf = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
