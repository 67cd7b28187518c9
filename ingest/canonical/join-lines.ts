import { LONGEST, tailOf } from './bounds.ts';
import type { Lexicon } from './lexicon.ts';

/** How the end of one line and the start of the next become running text. */
export interface Join {
  /** Characters to take off the end of the first line (a hyphen of hyphenation). */
  cut: number;
  /** What goes between: a space or nothing. */
  glue: '' | ' ';
  /** Replaces the first character of the second line: hyphenation drops the trema (`co-` / `ordinatie`). */
  head?: string;
  /** Set when two pieces became one word. */
  word?: { from: [string, string]; to: string };
}

/** After these a hyphen stands for a left-out part: `vraag- en aanbod`, `zorg- dan wel welzijnsorganisatie`. */
const SUSPENDS = /^(?:en|of|en\/of|c\.q\.|als|dan|tot|alsook|alsmede|resp\.?|respectievelijk|maar|noch|versus|vs\.?)(?![\p{L}])/u;
/** Prefixes that keep their hyphen: `niet-bindend`, `ex-partner`. */
const HYPHEN_PREFIX = /^(?:niet|non|ex|oud|aspirant|semi|pseudo)$/i;
/** Dutch keeps a hyphen where two vowels would be read as one sound: `regio-opgaven` (Leidraad 6.2 of the Taalunie). */
const VOWEL_CLASH = /^(?:a-[aeiu]|e-[eiu]|i-[ej]|o-[eiou]|u-[iu])/i;
const TREMA: Record<string, string> = { e: 'ë', i: 'ï', o: 'ö', u: 'ü' };

const JOIN_WITH_SPACE: Join = { cut: 0, glue: ' ' };
const GLUE: Join = { cut: 0, glue: '' };

/**
 * Decides about a line end. A hyphen at the end is hyphenation unless the corpus, the word list or the shape of the
 * word speaks for a true hyphen; without a hyphen two pieces are joined only if one of them is no word and the whole
 * is one (`zorgverzeke` / `raars`).
 */
export function joinLines(text: string, next: string, lexicon: Lexicon): Join {
  const before = tailOf(text);
  const after = next.slice(0, LONGEST.word);
  const tail = /\S+$/.exec(before)?.[0] ?? '';
  const head = /^\S+/.exec(after)?.[0] ?? '';
  if (tail === '' || head === '') return JOIN_WITH_SPACE;
  if (/^\(?(?:https?:\/\/|www\.)/i.test(tail)) {
    return /[/\-_.?=&]$/.test(tail) && /^[\w%][\w%./?=&#-]*$/.test(head) && !/^[A-Z][a-z]+$/.test(head) ? GLUE : JOIN_WITH_SPACE;
  }
  if (tail === '-') return /(?:^|\s)(?:en|of|en\/of)\s+-$/.test(before) && /^\p{Ll}/u.test(head) ? GLUE : JOIN_WITH_SPACE;
  if (tail.endsWith('-')) return joinAtHyphen(tail, head, after, lexicon);
  if (/[\p{L})]\/$/u.test(tail) && /^[\p{L}(]/u.test(head)) return GLUE;

  const bracket = /^\((\p{Ll}+)\)$/u.exec(tail)?.[1];
  const second = /^(\p{Ll}+)[^\p{L}\p{N}-]*$/u.exec(head)?.[1];
  if (bracket && second) {
    return lexicon.isBracketPrefix(bracket) && lexicon.isWord(bracket + second)
      ? { ...GLUE, word: { from: [tail, second], to: tail + second } }
      : JOIN_WITH_SPACE;
  }
  const first = /^[^\p{L}\p{N}]*(\p{Lu}?\p{Ll}+)$/u.exec(tail)?.[1];
  if (!first || !second || first.length < 2 || second.length < 2) return JOIN_WITH_SPACE;
  if (lexicon.isWord(first) && lexicon.isWord(second)) return JOIN_WITH_SPACE;
  if (!lexicon.isWord(first + second)) return JOIN_WITH_SPACE;
  return { ...GLUE, word: { from: [first, second], to: first + second } };
}

/** `tail` ends with a hyphen. Also used for a hyphen and a space inside a line, where a line end was lost. */
export function joinAtHyphen(tail: string, head: string, after: string, lexicon: Lexicon): Join {
  if (SUSPENDS.test(after)) return JOIN_WITH_SPACE;
  const first = /([\p{L}\p{N}&'’()]+)-$/u.exec(tail)?.[1] ?? '';
  const second = /^[\p{L}\p{N}]+/u.exec(head)?.[0] ?? '';
  if (first === '' || second === '') return JOIN_WITH_SPACE;
  const hyphenated: Join = { ...GLUE, word: { from: [`${first}-`, second], to: `${first}-${second}` } };
  const whole: Join = { cut: 1, glue: '', word: { from: [`${first}-`, second], to: first + second } };

  if (/[)]$/.test(first)) {
    const plain = first.replace(/[()]/g, '') + second;
    return lexicon.isWord(plain) ? whole : hyphenated;
  }
  // Abbreviations, figures and names keep their hyphen: Zvw-sectoren, O&I-prestatie, DM2-zorg.
  if (!/^\p{Ll}/u.test(second) || /[\p{N}&]|\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(first)) return hyphenated;
  if (lexicon.inCorpus(first + second)) return whole;
  if (lexicon.inCorpus(`${first}-${second}`)) return hyphenated;
  const trema = TREMA[second[0] ?? ''];
  if (trema !== undefined) {
    const spelled = trema + second.slice(1);
    if (lexicon.isWord(first + spelled)) {
      return { cut: 1, glue: '', head: trema, word: { from: [`${first}-`, second], to: first + spelled } };
    }
  }
  if (VOWEL_CLASH.test(`${first.at(-1) ?? ''}-${second}`) && lexicon.isWord(second)) return hyphenated;
  if (lexicon.isWord(first + second)) return whole;
  if (HYPHEN_PREFIX.test(first) || /^\p{Lu}\p{Ll}{1,3}$/u.test(first)) return hyphenated;
  return whole;
}

/**
 * Repairs a line end that the extraction swallowed: `(zorg)- aanbieder`, `ADZ- ondersteuning`. Unlike at a real line
 * end nothing is joined without evidence.
 */
export function repairHyphens(text: string, lexicon: Lexicon): { text: string; words: NonNullable<Join['word']>[] } {
  const words: NonNullable<Join['word']>[] = [];
  const repaired = text.replace(/(\S{0,100}[\p{L}\p{N})]-) (?=(\p{L}\S{0,100}))/gu, (all, tail: string, head: string, at: number) => {
    const after = text.slice(at + all.length, at + all.length + LONGEST.word);
    const join = joinAtHyphen(tail, head, after, lexicon);
    if (join.glue === ' ' || !join.word || join.head !== undefined) return all;
    const evidence =
      join.cut === 0 ? /[\p{Lu}\p{N}]-$/u.test(tail) : lexicon.isWord(join.word.to.replace(/[()]/g, ''));
    if (!evidence) return all;
    words.push(join.word);
    return join.cut === 1 ? tail.slice(0, -1) : tail;
  });
  return { text: repaired, words };
}
