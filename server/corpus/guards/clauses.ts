import { terms } from '../../text/words.ts';
import { splitSentences } from '../../text/sentences.ts';

/** A sentence with the stems of the words that carry its meaning. */
interface Unit {
  text: string;
  stems: ReadonlySet<string>;
}

export const sentencesOf = (text: string): string[] => splitSentences(text).map(([start, end]) => text.slice(start, end));

/** Cuts at punctuation and at words that begin another assertion. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/[;:()–]|(?<!\d),(?!\d)|\.\s|\s(?=(?:die|wie|waarin|waarvoor|zonder|aangezien|indien|wanneer|en nu)\b)|\b(?:maar|terwijl|zodat|omdat|waarbij|tenzij|hoewel|en(?= (?:zij|hij|het|er|dat|de|is|kan|wordt|zou|moet|mag)\b))\b/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

const units = new Map<string, Unit>();
/** More texts than the corpus has: what a server is given must not pile up. */
const MOST_KEPT = 20_000;
/** Kept, since each guard looks at the same sentences. */
export function unit(text: string): Unit {
  let known = units.get(text);
  if (!known && units.size >= MOST_KEPT) units.clear();
  if (!known) units.set(text, (known = { text, stems: new Set(terms(text)) }));
  return known;
}

const shared = (a: Unit, b: Unit): number => [...a.stems].filter((stem) => b.stems.has(stem)).length;

/** The parts of the proof that speak of the same as `claimed`: those that share the most words with it, and nearly as many. */
export function nearest(claimed: string, proofs: readonly string[], { least = 1, share = 0.75 } = {}): string[] {
  const one = unit(claimed);
  const scored = proofs.map((text) => ({ text, score: shared(one, unit(text)) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < least) return [];
  return scored.filter(({ score }) => score >= Math.max(least, share * best)).map(({ text }) => text);
}
