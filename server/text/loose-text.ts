import type { TextRange } from './find-quote.ts';

/**
 * A text in which quotes are found whatever happened to white space and hyphens at line breaks: both are left out,
 * as are the marks of footnotes, and quotation marks are made alike. Offsets lead back to the text itself.
 */
export class LooseText {
  readonly #loose: string;
  /** Offset in the text of each character kept. */
  readonly #offsets: number[];

  constructor(text: string) {
    const { loose, offsets } = loosen(text);
    this.#loose = loose;
    this.#offsets = offsets;
  }

  /** Every place of a quote, in reading order; empty when it does not occur (or holds no letter or digit). */
  find(quote: string): TextRange[] {
    const { loose } = loosen(quote);
    const places: TextRange[] = [];
    if (!/[\p{L}\p{N}]/u.test(loose)) return places;
    for (let at = this.#loose.indexOf(loose); at >= 0; at = this.#loose.indexOf(loose, at + loose.length)) {
      places.push({ start: this.#offsets[at]!, end: this.#offsets[at + loose.length - 1]! + 1 });
    }
    return places;
  }
}

const IGNORED = /[\s\p{Pd}\u00ad\u200b⁰¹²³⁴-⁹]/u;
const QUOTES: Record<string, string> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' };

function loosen(text: string): { loose: string; offsets: number[] } {
  let loose = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (IGNORED.test(character)) continue;
    loose += QUOTES[character] ?? character;
    offsets.push(at);
  }
  return { loose, offsets };
}
