/**
 * The canonical document: what readers see and what every offset counts in.
 * Offsets are UTF-16 code units into `text`, half-open `[start, end)`.
 */

import type { SourceWorth } from './source-worth.ts';
import type { Force } from './validity.ts';

/** What a domain expert writes about a source in `corpus/sources.yaml`. */
export interface SourceMetadata extends Force {
  /** Stable id, lower-case kebab (`handleiding-pgaz-2024`); part of addresses. */
  id: string;
  title: string;
  /** Short Dutch name with article, as used in a sentence: "de handleiding", "de Kamerbrief". */
  shortTitle: string;
  publisher: string;
  /** As precise as the source gives it: `2024-04-19`, `2024-07`, or Dutch words where it bears no date. */
  published: string;
  /** A `kind` of `corpus/kinds.yaml`: `aanwijzing`, `handreiking`. */
  kind: string;
  /** What it is worth: a `status` of `corpus/kinds.yaml`, such as `bindend`. */
  status: string;
  /** Rank among sources that say the same, 1 = highest (binding text). */
  authority: number;
  /** File below `corpus/documents/`. */
  file: string;
  /** Address of the original where a source gives it. */
  address?: string;
  /** Keywords of what the whole document is about: its pages speak of "the prestatie" without naming it. Takes part in search. */
  subject?: string;
  /** Chapters that speak with another voice than the document as a whole, by the beginning of their heading. */
  parts?: { heading: string; name: string }[];
  licence: string;
  /** sha256 (hex) of the source file's bytes. */
  sha256: string;
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'footnote' | 'table';

/** A paragraph, bullet, heading, footnote or table; blocks never overlap and are in reading order. */
export interface Block {
  start: number;
  end: number;
  kind: BlockKind;
  /** Heading level, 1 = chapter (headings only). */
  level?: number;
  /** Index of the block that introduces this list item ("Partijen maken de volgende afspraken:"). */
  lead?: number;
}

/** A sentence (or heading, or bullet without a full stop); lies inside one block. */
export interface Sentence {
  start: number;
  end: number;
  /** Index into `blocks`. */
  block: number;
}

export interface CanonicalDocument extends SourceMetadata {
  worth?: SourceWorth;
  text: string;
  /** Offset in `text` at which each page starts; `pageStarts[0] === 0`, ascending. */
  pageStarts: number[];
  blocks: Block[];
  sentences: Sentence[];
}

/** A retrieval unit: a run of whole sentences of one document. */
export interface Passage {
  /** `documentId#ordinal`, stable for one index. */
  id: string;
  documentId: string;
  start: number;
  end: number;
  /** Heading path, outermost first (`["4 Hoe te gebruiken?", "Contractvereiste"]`). */
  headings: string[];
  /** Indices into the document's `sentences`, half-open `[first, last)`. */
  sentences: [first: number, last: number];
}

/** 1-based page on which an offset lies. */
export function pageAt(pageStarts: readonly number[], offset: number): number {
  let page = 1;
  for (let i = 1; i < pageStarts.length && (pageStarts[i] ?? Infinity) <= offset; i += 1) page = i + 1;
  return page;
}
