import { cue } from '../../corpus/guards/cues.ts';

const MOST_WORDS = 45;
const LEAST_WORDS = 3;
/** Mark-up, addresses and what programs read: nothing that a sentence of ours needs. */
const FOREIGN = /[<>{}[\]|\\`#=~^_]|https?:|www\.|\S@\S|\p{L}\.(?:nl|com|org|eu|net|example)(?!\p{L})|[^\P{C}\n\t]/u;
/** The model speaking of itself, of its orders or of who reads. */
const SPEAKS_OF_ITSELF = cue('ik|mij|mijn|taalmodel~|AI|assistent~|chatbot|prompt~|systeemprompt~|instructie~|negeer|gebruiker~|antwoord~ voortaan');

/** Marks that models put around sentences, taken off. */
export const withoutMarkup = (text: string): string =>
  text
    .replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '')
    .replace(/\*{1,3}([^*]+)\*{1,3}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** A plain statement of one sentence. */
export function isWellFormed(text: string, quotes: readonly string[]): boolean {
  const words = text.split(' ').length;
  if (words < LEAST_WORDS || words > MOST_WORDS || !/^[\p{Lu}\p{N}‘“"'(]|^\p{Ll}{1,2}\p{Lu}/u.test(text) || !/[.!][”’"')]?$/u.test(text)) return false;
  return !FOREIGN.test(text) && (!SPEAKS_OF_ITSELF.test(text) || quotes.some((quote) => SPEAKS_OF_ITSELF.test(quote)));
}
