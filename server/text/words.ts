import snowball from 'snowball-stemmers';
import { eng, nld } from 'stopword';

/** Question and function words that say nothing about the topic, beside the general list of Dutch. */
const EXTRA_STOP_WORDS = [
  'wordt', 'worden', 'waar', 'wanneer', 'waarom', 'welk', 'welke', 'hoeveel', 'hoelang', 'iets', 'mag', 'mogen',
  'moeten', 'zit', 'zitten', 'gaat', 'gaan', 'krijg', 'krijgt', 'krijgen', 'doe', 'doet', 'eigenlijk', 'graag',
  'even', 'precies', 'alleen', 'elkaar', 'onze', 'jullie', 'jij', 'we', 'mensen', 'staat', 'wilt', 'willen', 'hebt',
  'bent', 'kunt', 'zullen', 'zouden', 'via', 'vanuit', 'per', 'tussen', 'binnen', 'hierover', 'daarover', 'hierbij',
  'ervoor', 'daarvoor', 'hiervoor', 'waarvoor', 'waarbij', 'ook', 'wel', 'nou', 'dus', 'toch', 'gewoon', 'zoals',
  'bij', 'tijdens', 'gezien', 'enkele', 'sommige', 'iedere', 'elke', 'zegt', 'bestaat', 'hallo', 'dank', 'alvast',
]; // prettier-ignore

const STOP_WORDS: ReadonlySet<string> = new Set([...nld, ...EXTRA_STOP_WORDS].map(fold));
const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(eng);
const stemmer = snowball.newStemmer('dutch');

/** Lower case without diacritics: `Patiënten` → `patienten`. */
export function fold(text: string): string {
  // Most words are plain ASCII already.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface Word {
  /** Folded form. */
  word: string;
  start: number;
  end: number;
}

/**
 * Words with their offsets. `O&I` and hyphened words (`Zvw-zorg`) stay one word;
 * the parts of a hyphened word follow it through {@link subwords}.
 */
export function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{Nd}]+(?:[-&’'.][\p{L}\p{Nd}]+)*/gu)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Parts of a word joined by punctuation that say something by themselves: `zvw-zorg` → `zvw`, `zorg`;
 * `o&i-prestatie` → `o&i`, `prestatie`; `mdo’s` → `mdo`; `1-5-2024` → `2024`. Empty for a plain word.
 */
export function subwords(word: string): string[] {
  const parts = word.split(/[-’'.]/).filter((part) => part.length > 1 && /\p{L}|\d{4}/u.test(part));
  return parts[0] === word ? [] : parts;
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

export function isEnglishStopWord(word: string): boolean {
  return ENGLISH_STOP_WORDS.has(word);
}

const stems = new Map<string, string>();
/** Snowball stem of a folded Dutch word; words with digits stay as they are. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = /\d/.test(word) || word.length < 4 ? word : stemmer.stem(word);
    if (stems.size < 50_000) stems.set(word, known);
  }
  return known;
}

/** Informative stems of a text, in order, with repeats: no stop words, hyphened words whole and in parts. */
export function terms(text: string): string[] {
  const result: string[] = [];
  for (const { word } of words(text)) {
    for (const form of [word, ...subwords(word)]) if (!isStopWord(form)) result.push(stem(form));
  }
  return result;
}
