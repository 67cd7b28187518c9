import type { BlockKind } from '../../server/corpus/document.ts';

/**
 * What a reader hands over. Plain text and PDF give lines per page, from which paragraphs, lists and headings must
 * be inferred; Markdown, HTML and Word know their structure and give `blocks`.
 */
export interface SourceText {
  /** Text per page, lines separated by `\n`. */
  pages: string[];
  /** What the reader measured of each line, by page and line, where it knows the type on the page (PDF). */
  measures?: (LineMeasure | undefined)[][];
  /** Structure, where the format has it; then `pages` is only used for counting and for the word list. */
  blocks?: RawBlock[];
  /** What the reader itself left out (navigation, page numbers), for the report. */
  removed?: RemovedText[];
  warnings?: string[];
}

/** In points. */
export interface LineMeasure {
  /** White between the end of the line and the edge of its column. */
  room: number;
  /** Width of the first word, with a space. */
  firstWord: number;
  /** Type size. */
  size: number;
}

/** A block before it has offsets. */
export interface RawBlock {
  kind: BlockKind;
  /** Heading level, 1 = chapter. */
  level?: number;
  /** Nesting of a list item, 0 = outermost. */
  depth?: number;
  /** What marks the items of one list: the bullet, or the kind of number (`alpha)`); nesting follows from it. */
  style?: string;
  /** A list item without number or letter of its own, shown with `• `. */
  bullet?: boolean;
  /** 1-based page on which the block starts. */
  page: number;
  /** NFC, single spaces; table rows are separated by `\n`. */
  text: string;
  /** Where a later page starts inside `text`, ascending. */
  breaks?: { at: number; page: number }[];
}

export interface RemovedText {
  page: number;
  text: string;
  why: string;
}

/** Two pieces of a word that stood on two lines (or on one, after a lost hyphen), and what became of them. */
export interface JoinedWord {
  page: number;
  from: [string, string];
  to: string;
}

/** What was done to a document on the way to canonical text: for `ingest report` and for the tests. */
export interface CanonicalReport {
  pages: number;
  words: number;
  headings: { level: number; text: string; page: number }[];
  joined: JoinedWord[];
  removed: RemovedText[];
  /** Footnotes moved to the end of their page. */
  footnotes: number;
  /** Hidden and zero-width characters dropped. */
  hiddenCharacters: number;
  /** Dutch, for the person who runs ingest. */
  warnings: string[];
}

export function emptyReport(): CanonicalReport {
  return { pages: 0, words: 0, headings: [], joined: [], removed: [], footnotes: 0, hiddenCharacters: 0, warnings: [] };
}
