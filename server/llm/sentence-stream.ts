import { splitSentences } from '../text/sentences.ts';

/** More without an end is no sentence. */
const LONGEST = 800;
const MARKERS = /^(?:\s*\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\])+[.!?]?/;

/** Cuts a text that comes in pieces into sentences, each once nothing can be added to it any more. */
export class SentenceStream {
  #open = '';

  /** Nothing ends for too long. */
  get isEndless(): boolean {
    return this.#open.length > LONGEST;
  }

  /** @returns sentences that are closed now, each with the markers behind it */
  push(piece: string): string[] {
    this.#open += piece;
    const all = piecesOf(this.#open);
    const last = all.at(-1);
    if (last === undefined) return [];
    // A marker or bracket may still be on its way to the sentence before.
    const held = /^\s*\[/.test(last.text) ? all.slice(-2) : [last];
    const closed = all.slice(0, all.length - held.length);
    this.#open = this.#open.slice(held[0]!.start);
    return closed.map(({ text }) => text);
  }

  /** The rest, when nothing more comes; only what was ended is a sentence. */
  end(): string[] {
    const rest = piecesOf(this.#open).map(({ text }) => text);
    this.#open = '';
    return rest;
  }
}

/** Sentences of each line; markers at the start of one belong to the one before. */
function piecesOf(text: string): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    for (const [start, end] of splitSentences(line)) {
      const sentence = line.slice(start, end);
      const behind = pieces.length > 0 ? (MARKERS.exec(sentence)?.[0] ?? '') : '';
      if (behind !== '') pieces.at(-1)!.text += ` ${behind.trim()}`;
      const rest = sentence.slice(behind.length);
      if (rest.trim() !== '') pieces.push({ text: rest.trim(), start: index + start + behind.length + (rest.length - rest.trimStart().length) });
    }
  }
  return pieces;
}
