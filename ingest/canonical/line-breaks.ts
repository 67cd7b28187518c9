import { listMarker } from './list-marker.ts';
import type { Line } from './page-lines.ts';

/**
 * Paragraphs in text that a PDF was reduced to: which line ends are paragraph ends? Blank lines say so only where the
 * extraction put them between paragraphs; two of the corpus texts have one after almost every line.
 */
export interface LineBreaks {
  /** Whether `lines[at]` starts a new block. */
  startsBlock(at: number): boolean;
}

/** Above this part of blank gaps in mid sentence, blank lines mean nothing in this document. */
const UNRELIABLE_BLANKS = 0.08;
/** Lines looked at on both sides to know how wide the column is. */
const WIDTH_WINDOW = 7;
/**
 * A line is short, so that the break after it was meant, if the next word would have fitted. Widths count characters
 * of a proportional typeface, hence the margins (part of the widest line nearby); where no full stop ends the line it
 * takes more to tear it.
 */
const SHORT_AFTER_STOP = 0.95;
const SHORT_IN_SENTENCE = 0.85;
/** Difference in type size that counts. */
const OTHER_SIZE = 0.12;
/** A line of a heading, as part of the column. */
const HEADING_PART = 0.75;

/** `P.A. Dijkstra` */
export const SIGNATURE = /^(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ten|ter)\s)*\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)*$/u;

/** A row of a table, as readers write it. */
export const CELLS = /\S \| \S/;
const STOP = /[.!?:;][”’"'»)\]⁰¹²³⁴-⁹]*$/u;
const lowerStart = (text: string): boolean => /^[("'‘“«[-]*\p{Ll}/u.test(text);
const HEADING_WORD =
  /^(?:Artikel|Hoofdstuk|Paragraaf|Afdeling|Titel|Bijlage|Deel|Bijeenkomst|§)\s*(?:\d|[IVX]+\b|[A-Z]\b|[Éé]én)/u;
export const CHAPTER_NUMBER = /^\d{1,2}(?:\.\d{1,2})*\s+\p{Lu}/u;

export function lineBreaks(lines: readonly Line[]): LineBreaks {
  const blanksCount = blanksAreReliable(lines);
  const widths = lines.map((_, at) => localWidth(lines, at));
  /** Whether the first word of a line would have fitted on the line before: by the type, or else by characters. */
  const fits = (at: number, margin: number): boolean => {
    const measure = lines[at - 1]?.measure;
    const next = lines[at]?.measure;
    if (measure && next) return measure.room >= next.firstWord;
    const before = lines[at - 1]?.text ?? '';
    const word = /^\S+/.exec(lines[at]?.text ?? '')?.[0] ?? '';
    return before.length + 1 + word.length <= (widths[at - 1] ?? 0) * margin;
  };

  function startsBlock(at: number): boolean {
    const line = lines[at];
    const before = lines[at - 1];
    if (!line || !before) return true;
    const gap = line.blanks > 0 || line.top;
    const stopped = STOP.test(before.text);
    if (/^https?:\/\/\S+$/.test(line.text)) return true;
    if (CELLS.test(line.text) || CELLS.test(before.text)) return true;
    if (isItem(at)) return true;
    if (otherType(line, before)) return true;
    if (HEADING_WORD.test(line.text) && line.text.length < 100 && gap && (stopped || fits(at, SHORT_IN_SENTENCE) || line.blanks > 0)) {
      return true;
    }
    if (CHAPTER_NUMBER.test(line.text) && gap && line.text.length < 80 && (stopped || line.blanks > 0)) return true;
    if (isHeadingLine(at) || isSignature(at)) return true;

    if (!stopped && lowerStart(line.text)) return false;
    if (before.text.endsWith('-') && !before.text.endsWith(' -')) return false;
    if (blanksCount && !line.top) return line.blanks > 0;
    if (line.blanks >= 2 && (stopped || !lowerStart(line.text))) return true;
    if (!stopped) {
      if (before.text.endsWith(',') && line.blanks === 0) return false;
      return fits(at, SHORT_IN_SENTENCE);
    }
    if (fits(at, SHORT_AFTER_STOP) || /^\p{Lu}[^.!?]*:$/u.test(line.text)) return true;
    // A blank line after lines without one, at a full stop.
    return line.blanks > 0 && before.blanks === 0 && !before.top && fits(at, 1);
  }

  /** Bullets and numbers, except a dash or figure that only happens to stand first: `– aangespoord door … –`. */
  function isItem(at: number): boolean {
    const line = lines[at];
    const before = lines[at - 1];
    if (!line || !before) return true;
    const marker = listMarker(line.text);
    if (!marker) return false;
    if (marker.bullet) {
      if (!/[-–—*]/.test(marker.style)) return !isStrayBullet(at);
      return STOP.test(before.text) || line.blanks > 0 || /^[\p{Lu}\p{N}“‘"]/u.test(marker.text);
    }
    return /[.!?:;,][”’"')\]⁰¹²³⁴-⁹]*$/u.test(before.text) || line.blanks >= 2 || fits(at, SHORT_IN_SENTENCE);
  }

  /** A bullet that the extraction put before the rest of a sentence at the top of a page. */
  function isStrayBullet(at: number): boolean {
    const line = lines[at];
    const before = lines[at - 1];
    const marker = line && listMarker(line.text);
    if (!line?.top || !before || !marker?.bullet) return false;
    return lowerStart(marker.text) && !/[.!?:;,)]$/.test(before.text);
  }

  /** After a full stop: a short line without one, and a new start after it. */
  function isHeadingLine(at: number): boolean {
    const line = lines[at];
    const before = lines[at - 1];
    const next = lines[at + 1];
    if (!line || !before || !next || !STOP.test(before.text)) return false;
    if (STOP.test(line.text) || /[,-]$/.test(line.text) || !/^[\p{Lu}\p{N}]/u.test(line.text)) return false;
    return (
      line.text.length < (widths[at - 1] ?? 0) * HEADING_PART &&
      !lowerStart(next.text) &&
      fits(at + 1, SHORT_IN_SENTENCE)
    );
  }

  /** `De Minister voor Medische Zorg,` and a name below it. */
  function isSignature(at: number): boolean {
    const line = lines[at];
    const next = lines[at + 1];
    return line !== undefined && next !== undefined && /^\p{Lu}.*,$/u.test(line.text) && SIGNATURE.test(next.text);
  }

  return { startsBlock };
}

/** Headings and captions are set in another size than the text around them. */
function otherType({ measure: one }: Line, { measure: other }: Line): boolean {
  return one !== undefined && other !== undefined && Math.abs(one.size - other.size) > OTHER_SIZE * Math.min(one.size, other.size);
}

/** Whether a bullet at the top of a page is to be dropped because a sentence runs on behind it. */
export function strayBullet(before: string, line: Line): string | undefined {
  if (!line.top || /[.!?:;,)]$/.test(before)) return undefined;
  const marker = listMarker(line.text);
  if (!marker?.bullet || !lowerStart(marker.text)) return undefined;
  return marker.text;
}

function blanksAreReliable(lines: readonly Line[]): boolean {
  if (lines.every(({ measure }) => measure)) return true;
  let gaps = 0;
  let torn = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (!before || line.top || line.blanks === 0) return;
    gaps += 1;
    if (lowerStart(line.text) && !STOP.test(before.text) && !listMarker(line.text)) torn += 1;
  });
  return torn <= gaps * UNRELIABLE_BLANKS;
}

function localWidth(lines: readonly Line[], at: number): number {
  let width = 0;
  for (let near = Math.max(0, at - WIDTH_WINDOW); near <= at + WIDTH_WINDOW; near += 1) {
    const line = lines[near];
    if (line && !/^https?:\/\/\S+$/.test(line.text)) width = Math.max(width, line.text.length);
  }
  return width;
}
