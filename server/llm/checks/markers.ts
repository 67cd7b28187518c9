import { terms } from '../../text/words.ts';
import type { WritingSource, WritingTask } from '../writing.ts';

/** `[1]`, `[1, 2]`, `[1][2]`, also before the full stop. */
const MARKER = /\s*\[\s*(\d{1,3}(?:\s*(?:,|;|en)\s*\d{1,3})*)\s*\]/g;
/** Of a sentence without marker, the part of its words that a source must have to be taken for its proof. */
const ATTACHED = 0.6;

export interface Marked {
  /** Without markers. */
  text: string;
  /** Numbers as written, ascending. */
  markers: number[];
}

export function readMarkers(sentence: string): Marked {
  const markers = [...sentence.matchAll(MARKER)].flatMap(([, list = '']) => (list.match(/\d+/g) ?? []).map(Number));
  return { text: sentence.replace(MARKER, '').replace(/\s+([.,;:!?])/g, '$1').trim(), markers: [...new Set(markers)].sort((a, b) => a - b) };
}

/**
 * The sources that a sentence rests on: those that it names, or the one that has its words where it names none.
 * A statement rests on all its quotes together, so that naming one of them names the others.
 * @returns undefined when it names a source that was not given, or nothing fits
 */
export function citedBy({ text, markers }: Marked, { sources, statements }: WritingTask): number[] | undefined {
  const known = new Set(sources.map(({ n }) => n));
  if (markers.some((n) => !known.has(n))) return undefined;
  const named = markers.length > 0 ? markers : attach(text, sources, statements);
  if (named.length === 0) return undefined;
  const together = statements.filter(({ citations }) => citations.some((n) => named.includes(n))).flatMap(({ citations }) => citations.filter((n) => known.has(n)));
  return [...new Set([...named, ...together])].sort((a, b) => a - b);
}

function attach(text: string, sources: readonly WritingSource[], statements: WritingTask['statements']): number[] {
  const said = new Set(terms(text));
  if (said.size === 0) return [];
  const scored = sources.map(({ n, quote }) => {
    const words = new Set(terms([quote, ...statements.filter(({ citations }) => citations.includes(n)).map((one) => one.text)].join(' ')));
    return { n, share: [...said].filter((word) => words.has(word)).length / said.size };
  });
  const best = scored.reduce((one, other) => (other.share > one.share ? other : one), { n: 0, share: 0 });
  return best.share >= ATTACHED ? [best.n] : [];
}
