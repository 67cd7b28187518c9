import { fold } from '../text/words.ts';
import { phraseWords } from '../text/phrase-words.ts';
import type { SentenceText } from './sentence-words.ts';

/** Lists of words that patterns name as `{list}`; their items are patterns themselves. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Words of a sentence, half-open. */
export interface WordSpan {
  first: number;
  last: number;
}

/** A pattern that cannot be read; the message is Dutch and says what to do. */
export class PatternError extends Error {}

/** Stands in a sentence for the words of a mention ({@link MentionText}); a gap does not skip it. */
export const PLACEHOLDER = '§';

/** A gap does not pass over what turns a sentence round. */
const NO_DENIAL = '(?!(?:niet|geen|nooit|zonder|not|no) )';
const GAP = `(?:${NO_DENIAL}[^ .,?${PLACEHOLDER}]+ ){0,3}`;
const LONG_GAP = `(?:${NO_DENIAL}[^ .?${PLACEHOLDER}]+ ){0,8}`;
const TOKEN = /……|…|\{[^}]*\}|!?\(|\)|\[|\]|\||\^|\$|,|[^\s{}()[\]|^$,…!]+|\S/gu;
const MOST_NESTED = 6;

/**
 * A pattern of words as a regular expression over the `line` of a {@link SentenceText}. The head of corpus/vocabulary.yaml
 * says how a pattern is written.
 * @throws PatternError for a pattern that cannot be read
 */
export function patternSource(pattern: string, lists: WordLists, depth = 0): string {
  let open = 0;
  const source = [...pattern.normalize('NFC').matchAll(TOKEN)].map(([token], at) => {
    switch (token) {
      case '……':
        return LONG_GAP;
      case '…':
        return GAP;
      case '^':
        return '(?<=^ |[.?] )';
      case '$':
        return '(?=[.,] )';
      case ',':
        return '[.,] ';
      case ';':
        return ', ';
      case '.':
        return '(?=[.] )';
      case '?':
        return '[?] ';
      case '|':
        return '|';
      case '(':
      case '[':
        open += 1;
        return '(?:';
      case '!(':
        open += 1;
        return at === 0 ? '(?<! (?:' : '(?!(?:';
      case ')':
        open -= 1;
        return ')';
      case ']':
        open -= 1;
        return ')?';
    }
    if (token.startsWith('{')) return listSource(token.slice(1, -1).trim(), lists, depth);
    return wordSource(token, pattern);
  });
  if (open !== 0) throw new PatternError(`in '${pattern}' ontbreekt een haakje`);
  return closed(source);
}

/** A negative look-around has one bracket more than was written. */
function closed(source: readonly string[]): string {
  let text = '';
  const extra: boolean[] = [];
  for (const part of source) {
    text += part;
    if (part === '(?:') extra.push(false);
    else if (part === '(?<! (?:' || part === '(?!(?:') extra.push(true);
    else if ((part === ')' || part === ')?') && extra.pop()) text += ')';
  }
  return text;
}

function listSource(name: string, lists: WordLists, depth: number): string {
  const items = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (items === undefined) throw new PatternError(`de woordgroep '{${name}}' bestaat niet; kies uit ${Object.keys(lists).join(', ')}`);
  if (depth >= MOST_NESTED) throw new PatternError(`de woordgroep '{${name}}' verwijst in een kring naar zichzelf`);
  return `(?:${items.map((item) => patternSource(item, lists, depth + 1)).join('|')})`;
}

/** `patiënt*` is every word that starts so; a hyphen separates words. */
function wordSource(token: string, pattern: string): string {
  if (token === '*') return `[^ .,?${PLACEHOLDER}]+ `;
  if (token.startsWith(PLACEHOLDER)) return `${token} `;
  if (!/[\p{L}\p{N}]/u.test(token)) throw new PatternError(`in '${pattern}' staat '${token}', dat geen woord is`);
  const stem = token.endsWith('*');
  const words = phraseWords(token.replace(/^\*|\*$/gu, '')).map(({ raw, word }) => (/^[eé]{2}n$/u.test(raw) && raw !== 'een' ? '1' : fold(word)));
  const source = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join(' ');
  return `${token.startsWith('*') ? '[^ .,?]*' : ''}${source}${stem ? '[^ .,?]*' : ''} `;
}

export class SentencePattern {
  readonly #expression: RegExp;

  constructor(pattern: string, lists: WordLists) {
    const source = patternSource(pattern, lists);
    this.#expression = new RegExp(`(?<= )(?:${source})`, 'gu');
  }

  /** Spans in the order of the text, one for each place where the pattern fits. */
  find({ line, wordAt }: SentenceText): WordSpan[] {
    const found: WordSpan[] = [];
    this.#expression.lastIndex = 0;
    for (let match = this.#expression.exec(line); match !== null; match = this.#expression.exec(line)) {
      if (match[0].length > 0) found.push({ first: wordAt(match.index), last: wordAt(match.index + match[0].length) });
      this.#expression.lastIndex = match.index + 1;
    }
    return found;
  }
}

/** The words that patterns and lists write out, so that a misspelt one can be recognised. */
export function wordsOfPatterns(patterns: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const pattern of patterns) {
    for (const [part] of pattern.replace(/\{[^}]*\}/gu, ' ').matchAll(/[\p{L}\p{N}&*]+/gu)) {
      if (!part.includes('*')) for (const { word } of phraseWords(part)) words.add(word);
    }
  }
  return words;
}
