import { commonSurnames, givenNames, namePrefixes, surnameEnding } from './dutch-names.ts';
import { fieldWords, institutionWords, ordinaryWords } from './not-names.ts';
import { fold } from './normalise.ts';
import { words, type Run } from './text-runs.ts';

/** A word with what the name scanner wants to know of it. */
export interface Token extends Run {
  folded: string;
  /** Begins with a capital. */
  capital: boolean;
  /** All capitals, and more than one. */
  shouted: boolean;
  /** What stands between this word and the next. */
  gap: string;
}

export function tokens(text: string): Token[] {
  // a quote at the end belongs to the sentence, not to the word
  const all = words(text).map((run) => (/.'$/.test(run.text) ? { ...run, text: run.text.slice(0, -1), end: run.end - 1 } : run));
  return all.map((run, index) => {
    const first = [...run.text.replace(/^'/, '')][0] ?? '';
    return {
      ...run,
      folded: fold(run.text),
      capital: first !== first.toLowerCase(),
      shouted: run.text.length > 1 && run.text === run.text.toUpperCase() && run.text !== run.text.toLowerCase(),
      gap: text.slice(run.end, all[index + 1]?.start ?? text.length).slice(0, 40),
    };
  });
}

export interface NameParts {
  /** Indexes of tokens, half-open. */
  from: number;
  to: number;
  initials: number;
  given: number;
  prefixes: number;
  /** The surname's first part; absent for "Piet" and "J.". */
  surname?: Token;
}

const initialGap = /^\. ?$/;
const nameGap = /^(?: |-| ?- ?)$/;
const prefixGap = /^(?: |\.|\. |\/|' ?|)$/;

/** Streets are called after people: "Prins Hendriklaan". */
export const streetEnding = /(?:straat|laan|weg|plein|singel|gracht|kade|dreef|steeg|pad|hof|plantsoen|baan|park|allee|boulevard|dijk|markt)$/;

/** "A.M. van der Linden-Smit", "Piet de Vries", "Sanne", "Jansen": as much of it as stands at a token. */
export function nameAt(all: readonly Token[], from: number): NameParts {
  let at = from;
  const token = (): Token | undefined => all[at];
  const gapBefore = (): string => all[at - 1]?.gap ?? '';
  const free = (): boolean => at === from || nameGap.test(gapBefore()) || initialGap.test(gapBefore()) || prefixGap.test(gapBefore());

  let initials = 0;
  while (initials < 5 && free() && token()?.capital === true && isInitial(token())) {
    initials += 1;
    at += 1;
  }
  let given = 0;
  while (given < 3 && free() && (given === 0 || nameGap.test(gapBefore())) && token()?.capital === true && givenNames.has(token()?.folded ?? '')) {
    given += 1;
    at += 1;
  }
  const beforePrefixes = at;
  let prefixes = 0;
  while (prefixes < 4 && (at === from || prefixGap.test(gapBefore()) || gapBefore() === ' ') && isPrefix(token())) {
    prefixes += 1;
    at += 1;
  }
  const candidate = token();
  const reachable = at === from || prefixGap.test(gapBefore()) || nameGap.test(gapBefore());
  if (candidate === undefined || !reachable || candidate.text.replace(/^'/, '').length < 2) {
    return { from, to: beforePrefixes, initials, given, prefixes: 0 };
  }
  // "verwijzing van Klaas Dijk": no part of the name
  if (prefixes > 0 && at - prefixes === from && all[from]?.text === 'van' && candidate.capital && givenNames.has(candidate.folded)) {
    return { from, to: from, initials, given, prefixes: 0 };
  }
  return { from, to: surnameEnd(all, at), initials, given, prefixes, surname: candidate };
}

const isInitial = (token: Token | undefined): boolean => token !== undefined && token.text.length === 1 && token.gap.startsWith('.');

const isPrefix = (token: Token | undefined): boolean => token !== undefined && namePrefixes.has(token.folded);

/** Parts after a hyphen belong to the surname, and what follows with a capital unless it is known as something else. */
function surnameEnd(all: readonly Token[], at: number): number {
  let to = at + 1;
  while (to < all.length && to - at < 5) {
    const [before, next] = [all[to - 1], all[to]];
    if (before === undefined || next === undefined) break;
    const hyphen = /^ ?- ?$/.test(before.gap);
    if (hyphen && (next.capital || isPrefix(next))) to += 1;
    else if (before.gap === ' ' && isPrefix(before)) to += 1;
    else if (before.gap === ' ' && next.capital && !next.shouted && next.text.length > 1 && !isTerm(next) && !institutionWords.has(next.folded)) to += 1;
    else break;
  }
  return to;
}

export const isKnownSurname = ({ folded }: Token): boolean => commonSurnames.has(folded) || (surnameEnding.test(folded) && !streetEnding.test(folded) && folded.length > 5);

/** A term of the field or an ordinary word, whatever its capitals. */
export const isTerm = ({ folded }: Token): boolean => fieldWords.has(folded) || ordinaryWords.has(folded);

/** A capital, or text all in capitals; not an abbreviation, not a term, not a street. */
export function couldBeSurname(token: Token, shouting: boolean): boolean {
  if (!token.capital || isTerm(token) || token.text.replace(/^'/, '').length < 2) return false;
  if (token.shouted && !shouting && !commonSurnames.has(token.folded)) return false;
  if (!streetEnding.test(token.folded) || commonSurnames.has(token.folded)) return true;
  return surnameEnding.test(token.folded) && !/^ \d/.test(token.gap);
}
