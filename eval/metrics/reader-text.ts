import type { Answer, Citation } from '../../server/contract.ts';
import { LooseText } from '../../server/text/loose-text.ts';
import { splitSentences } from '../../server/text/sentences.ts';

/** A sentence that the assistant says itself, with the citations it points to. */
export interface OwnSentence {
  /** Without markers. */
  text: string;
  markers: number[];
}

/** An answer as a reader sees it. */
export interface ReaderText {
  /** Without Markdown and markers; one line a block. */
  plain: string;
  /** What is not a quote, in order. */
  own: OwnSentence[];
}

const known = new WeakMap<Answer, ReaderText>();

/** Read once an answer: many measures look at it. */
export function readerText(answer: Answer): ReaderText {
  const before = known.get(answer);
  if (before) return before;
  const marked = withoutMarkdown(answer.answer);
  const text = { plain: withoutMarkers(marked), own: ownSentences(marked, answer.citations) };
  known.set(answer, text);
  return text;
}

/** The sentences outside quotes, as one text. */
export const ownWords = (answer: Answer): string => readerText(answer).own.map(({ text }) => text).join(' ');

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[-&’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Markers such as `[1]` stay: they say what a sentence rests on. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)/g, '$1')
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|[-*+])[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/gs, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)\*(?!\p{L})/gu, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*$/gm, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

const MARKER = /\[(\d+(?:\s*,\s*\d+)*)\]/g;

const withoutMarkers = (text: string): string => text.replace(MARKER, '').replace(/[ \t]+([.,;:!?])/g, '$1').replace(/[ \t]{2,}/g, ' ').replace(/[ \t]*\n\s*/g, '\n').trim();

/** Quotation marks alone make no quote: what stands between them counts as one only where it is verbatim of what is cited. */
function ownSentences(text: string, citations: readonly Citation[]): OwnSentence[] {
  const quoted = new Uint8Array(text.length);
  const mark = (start: number, end: number): void => void quoted.fill(1, start, end);
  const whole = new LooseText(text);
  const quotes = citations.map(({ quote }) => new LooseText(quote));
  const verbatim = (part: string): boolean => quotes.some((quote) => quote.find(part).length > 0);
  for (const { quote } of citations) for (const { start, end } of whole.find(quote)) mark(start, end);
  for (const { index, 0: span, 1: inside } of text.matchAll(/[“„"«]([^“”„"«»]+)[”"»]/g)) if (inside!.split('…').every((part) => part.trim() === '' || verbatim(part))) mark(index, index + span.length);
  const rest = [...text].length === text.length ? text : text.normalize('NFC');
  let own = '';
  for (let at = 0; at < rest.length; at += 1) own += quoted[at] ? (quoted[at - 1] ? '' : QUOTE) : rest.charAt(at);
  return own
    .split('\n')
    .flatMap((line) => sentencesOf(line))
    .filter(({ text: sentence }) => wordCount(sentence) > 0 && !(wordCount(sentence) > 3 && verbatim(sentence)));
}

/** Stands for a quote while sentences are found, and is not shown. */
const QUOTE = '\u0001';

/** A marker behind the full stop belongs to the sentence it follows; one without words to the sentence before it. */
function sentencesOf(line: string): OwnSentence[] {
  const placed = line.replace(/([.!?:]["”»]?)((?:\s*\[\d+(?:\s*,\s*\d+)*\])+)/g, '$2$1');
  return splitSentences(placed).map(([start, end]) => {
    const sentence = placed.slice(start, end);
    return {
      text: withoutMarkers(sentence.replace(/[“„"«]?\u0001[”"»]?/g, '')).replace(/^[\s.,;:–-]+/, '').trim(),
      markers: [...sentence.matchAll(MARKER)].flatMap(([, list]) => list!.split(',').map(Number)),
    };
  });
}
