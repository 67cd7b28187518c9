import { stem, terms } from '../../text/words.ts';
import type { Proof } from './proof.ts';

/** A sentence may use some words of its own; this many of each hundred, and always this many. */
const OWN_SHARE = 0.34;
const OWN_WORDS = 1;

/** Words that carry no claim of their own when something is said in other words. */
const NEUTRAL = new Set(
  'volgens staat staan stond noemt noemen genoemd zegt zeggen betekent betekenen afkorting heet naam namen zoals voorbeeld bijvoorbeeld geldt gelden gaat ging leest lezen inzetten ingezet inzet gebruikt gebruiken gebruik mogelijk mogelijkheid bedoeld doel overleg afspreken afspraak apart betreft vallen valt horen hoort maken vormen vorm nodig onder meer jaarlijks elk jaar zien zie ziet bestaat krijgt kreeg krijgen ontvangt samen zowel rond'
    .split(' ')
    .flatMap((word) => [word, stem(word)]),
);

/** Words that neither quotes nor statements have, when there are too many of them. */
export function unsupportedWords(text: string, { quotes, statements, surroundings }: Proof): string[] {
  const known = new Set([...quotes, ...statements, ...surroundings].flatMap(terms));
  const said = [...new Set(terms(text))];
  const own = said.filter((word) => !known.has(word) && !NEUTRAL.has(word) && !partOf(word, known));
  return own.length > OWN_WORDS && own.length > OWN_SHARE * said.length ? own : own.length > 0 && own.length > 0.5 * said.length ? own : [];
}

/** `bekostigt` beside `bekostiging`, `groep` beside `patiëntengroep`. */
function partOf(word: string, known: ReadonlySet<string>): boolean {
  if (word.length < 5) return false;
  for (const other of known) if (other.includes(word) || (word.includes(other) && other.length >= 5) || (other.slice(0, 6) === word.slice(0, 6) && word.length >= 6)) return true;
  return false;
}
