import { cleanCharacters } from '../canonical/characters.ts';
import { superscript } from '../canonical/footnotes.ts';
import { listMarker } from '../canonical/list-marker.ts';
import type { RawBlock, RemovedText, SourceText } from '../canonical/source-text.ts';

/**
 * Collects blocks of formats that know their structure (Markdown, HTML, Word). These have no pages: everything stands
 * on page 1.
 */
export class BlockBuilder {
  readonly #blocks: RawBlock[] = [];
  readonly #removed: RemovedText[] = [];
  /** Footnotes met in the running paragraph; they follow it. */
  #notes: { number: number; text: string }[] = [];

  /** Paragraph, or list item if its text starts with a mark of its own (`– `, `a. `). */
  paragraph(text: string): void {
    const clean = tidy(text);
    const marker = listMarker(clean, this.#openItems());
    if (marker) this.#push({ kind: 'list-item', style: marker.style, bullet: marker.bullet, page: 1, text: marker.text });
    else this.#push({ kind: 'paragraph', page: 1, text: clean });
  }

  heading(level: number, text: string): void {
    this.#push({ kind: 'heading', level, page: 1, text: tidy(text) });
  }

  /** @param number "1." or "a)" of a numbered item, empty for a bullet */
  item(depth: number, number: string, text: string): void {
    const clean = tidy(text);
    this.#push({ kind: 'list-item', depth, bullet: number === '', page: 1, text: number === '' ? clean : `${number} ${clean}`.trim() });
  }

  /** Rows of cells; a table is one block. */
  table(rows: readonly string[][]): void {
    const lines = rows.map((cells) => cells.map(tidy).filter((cell) => cell !== '').join(' | ')).filter((line) => line !== '');
    if (lines.length > 0) this.#push({ kind: 'table', page: 1, text: lines.join('\n') });
  }

  /** A footnote that stands in the text (`<sup>1 Zie …</sup>`); returns the mark that stays. */
  note(number: number, text: string): string {
    this.#notes.push({ number, text: tidy(text) });
    return superscript(number);
  }

  /** A footnote at the end of the document. */
  footnote(number: number, text: string): void {
    this.#push({ kind: 'footnote', page: 1, text: `${superscript(number)} ${tidy(text)}` });
  }

  removed(text: string, why: string): void {
    const clean = tidy(text);
    if (clean !== '') this.#removed.push({ page: 1, text: clean, why });
  }

  /** @param original the text as it came, for the word list */
  build(original: string, warnings: string[] = []): SourceText {
    const blocks = normaliseLevels(this.#blocks);
    return { pages: [original], blocks, removed: this.#removed, warnings };
  }

  #push(block: RawBlock): void {
    if (block.text !== '' && block.text !== '•') this.#blocks.push(block);
    for (const { number, text } of this.#notes) {
      this.#blocks.push({ kind: 'footnote', page: 1, text: `${superscript(number)} ${text}` });
    }
    this.#notes = [];
  }

  /** Marks of the items just above, to tell the letter i from the number i. */
  #openItems(): NonNullable<ReturnType<typeof listMarker>>[] {
    const open: NonNullable<ReturnType<typeof listMarker>>[] = [];
    for (const block of this.#blocks.slice(-12)) {
      const marker = block.kind === 'list-item' && block.style !== undefined ? listMarker(block.text, open) : undefined;
      if (marker) open.push(marker);
    }
    return open;
  }
}

const tidy = (text: string): string => cleanCharacters(text).text.replace(/\s+/g, ' ').trim();

/** Levels in use become 1, 2, 3…; a title above everything does not push the rest down. */
function normaliseLevels(blocks: readonly RawBlock[]): RawBlock[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const title = headings[0];
  const single = title && headings.length > 1 && headings.slice(1).every((block) => (block.level ?? 1) > (title.level ?? 1));
  const used = [...new Set(headings.slice(single ? 1 : 0).map((block) => block.level ?? 1))].sort((a, b) => a - b);
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: block === title && single ? 1 : used.indexOf(block.level ?? 1) + 1 } : block,
  );
}
