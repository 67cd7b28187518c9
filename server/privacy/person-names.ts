import { ambiguousNames, commonSurnames, givenNames, wordsAtStart } from './dutch-names.ts';
import type { Finding } from './finding.ts';
import { couldBeSurname, isKnownSurname, isTerm, nameAt, tokens, type NameParts, type Token } from './name-parts.ts';
import { isNoPatient } from './not-a-patient.ts';
import { institutionWords, ordinaryWords } from './not-names.ts';
import { patientWords, relativeWords, subjectWords, titles } from './person-words.ts';

/** What may stand between a word for a patient and the name: "patiënt heet Piet", "naam cliënt: S. Smit". */
const linking = new Set(['heet', 'genaamd', 'naam', 'is', 'named', 'called', 'nl']);
/** After a surname in lower case follows what that person does. */
const doing = new Set('heeft krijgt is belt komt wil woont vraagt moet mag kan zit ligt en met in uit gebruikt ziet ging heet als of was wordt had'.split(' '));
/** Before a given name that stands alone. */
const aboutWords = new Set('over voor bij met van aan dat of kan mag is dan en door zag zie about for with ziet behandel'.split(' '));

/** Names of patients: after a title or a word for a patient, or as a name that is known; never of who writes or treats. */
export function names(text: string): Finding[] {
  const all = tokens(text);
  const found: Finding[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const name = nameFrom(all, at);
    const [first, last] = [all[name?.from ?? at], all[(name?.to ?? at) - 1]];
    if (name === undefined || first === undefined || last === undefined) continue;
    if (!isNoPatient(text, all, name, withTitle(all, name, at))) found.push({ kind: 'naam', start: first.start, end: last.end });
    at = name.to - 1;
  }
  return found;
}

function nameFrom(all: readonly Token[], at: number): NameParts | undefined {
  const name = afterTitle(all, at) ?? afterPatientWord(all, at) ?? onItsOwn(all, at);
  return reversed(all, name?.from ?? at) ?? name;
}

/** Where the name begins with its title. */
function withTitle(all: readonly Token[], { from }: NameParts, at: number): number {
  return from > at && titles.has(all[from - 1]?.folded ?? '') ? from - 1 : from;
}

/** "mevrouw Jansen", "dhr. de Vries", "mw kowalska heeft". */
function afterTitle(all: readonly Token[], at: number): NameParts | undefined {
  const title = all[at];
  if (title === undefined || !titles.has(title.folded) || !/^(?: +|\. *|\n)$/.test(title.gap)) return undefined;
  const name = nameAt(all, at + 1);
  const { surname, initials, given, prefixes } = name;
  if (surname === undefined) return given > 0 ? name : undefined;
  if (couldBeSurname(surname, true)) return name;
  if (given > 0) return { ...name, to: name.from + initials + given };
  if (surname.capital || ordinaryWords.has(surname.folded)) return undefined;
  if (commonSurnames.has(surname.folded) || (prefixes > 0 && isKnownSurname(surname))) return name;
  if (givenNames.has(surname.folded) && !ambiguousNames.has(surname.folded)) return name;
  return prefixes === 0 && isUnknownSurname(surname, all[name.to]) ? name : undefined;
}

/** In lower case, in no list, and followed by what somebody does. */
function isUnknownSurname(word: Token, next: Token | undefined): boolean {
  if (isTerm(word) || word.folded.length < 4 || /(?:en|t|de|te|lijk|ige?|aal|ief)$/.test(word.folded)) return false;
  return /^ ?[,.;:?!)(]/.test(word.gap) || (word.gap === ' ' && doing.has(next?.folded ?? ''));
}

/** "patiënt Jansen", "casus Piet de Vries", "naam: T. Kuipers", "mijn oma Toos". */
function afterPatientWord(all: readonly Token[], at: number): NameParts | undefined {
  const word = all[at];
  if (word === undefined) return undefined;
  const strong = patientWords.has(word.folded);
  const relative = relativeWords.has(word.folded);
  if (!strong && !relative && !subjectWords.has(word.folded)) return undefined;
  let start = at + 1;
  for (let skipped = 0; skipped < 2 && linking.has(all[start]?.folded ?? ''); skipped += 1) start += 1;
  if (titles.has(all[start]?.folded ?? '')) return undefined;
  const gap = all[start - 1]?.gap ?? '';
  if (!/^(?: |\. ?|: ?|, | ?\(|: ?\n)$/.test(gap) || (word.folded === 'naam' && start === at + 1 && !gap.startsWith(':'))) return undefined;
  const name = nameAt(all, start);
  const { surname, initials, given, prefixes } = name;
  const sentence = gap.startsWith('.') && word.folded.length > 4;
  if (given > 0 && !sentence) return surname !== undefined && couldBeSurname(surname, false) ? name : { ...name, to: start + initials + given };
  if (surname === undefined || sentence) return undefined;
  if (couldBeSurname(surname, word.shouted)) {
    // "cliënt van Buurtzorg"
    if (prefixes === 1 && all[name.from]?.text === 'van' && !isKnownSurname(surname)) return undefined;
    if (isKnownSurname(surname) || prefixes > 0 || initials > 0) return gap === ', ' && initials === 0 && !isKnownSurname(surname) ? undefined : name;
    return strong && gap !== ', ' ? name : undefined;
  }
  if (surname.capital || !(strong || relative) || gap === ', ') return undefined;
  if (givenNames.has(surname.folded)) return prefixes === 0 && !ambiguousNames.has(surname.folded) && !isTerm(surname) ? name : undefined;
  return strong && commonSurnames.has(surname.folded) && (prefixes > 0 || (surname.folded.length > 4 && doing.has(all[name.to]?.folded ?? 'is'))) ? name : undefined;
}

/** "Anna Bakker", "J. Verhoeven", "Sanne (14)". */
function onItsOwn(all: readonly Token[], at: number): NameParts | undefined {
  const token = all[at];
  const before = all[at - 1];
  if (token === undefined || before?.gap === '-' ) return undefined;
  if (!token.capital) return givenInLowerCase(all, at);
  const name = nameAt(all, at);
  const { surname, initials, given, prefixes } = name;
  const whole = surname !== undefined && couldBeSurname(surname, false);
  const begins = before === undefined || /[.?!\n:]/.test(before.gap);
  if (given > 0) {
    if (whole && (initials > 0 || !(begins && wordsAtStart.has(token.folded)) || isKnownSurname(surname))) return name;
    return standsAlone(all, at, name, begins) ? { ...name, to: at + initials + given } : undefined;
  }
  if (initials === 0) {
    if (whole && isAged(all, name)) return name;
    return isUnknownGiven(all, at) ? { ...nameAt(all, at + 1), from: at } : undefined;
  }
  if (!whole) return undefined;
  const introduced = before === undefined || /[,:(\n]/.test(before.gap) || aboutWords.has(before.folded) || ['en', 'betreft'].includes(before.folded);
  return isKnownSurname(surname) || prefixes > 0 || introduced ? name : undefined;
}

/** "Van Zanten (m, 62 jr)", "De Leeuw, 78 jaar". */
function isAged(all: readonly Token[], { to, prefixes, surname }: NameParts): boolean {
  if (surname === undefined || !(prefixes > 0 || isKnownSurname(surname))) return false;
  const [gap, next] = [all[to - 1]?.gap ?? '', all[to]];
  return (gap === ' (' && /^[mv]$/.test(next?.folded ?? '')) || (/^,? ?\(?\d{1,3} ?$/.test(gap) && /^(?:jr|jaar|j|jarig|jarige)$/.test(next?.folded ?? ''));
}

const directions = new Set('noord zuid oost west midden nieuw oud sint groot klein nationale centrum'.split(' '));

/** A rare given name before a known surname: "overleg voor Marietta Zonderland". */
function isUnknownGiven(all: readonly Token[], at: number): boolean {
  const [before, token, next] = [all[at - 1], all[at], all[at + 1]];
  if (token === undefined || next === undefined || before?.gap !== ' ' || !['over', 'voor', 'met', 'van', 'bij', 'about', 'for'].includes(before.folded)) return false;
  return token.gap === ' ' && couldBeSurname(token, false) && !directions.has(token.folded) && !institutionWords.has(token.folded) && couldBeSurname(next, false) && isKnownSurname(next);
}

/** A given name without a surname: not where the word may be another one. */
function standsAlone(all: readonly Token[], at: number, { to, initials, given }: NameParts, begins: boolean): boolean {
  const token = all[at];
  if (token === undefined || initials > 0 || (token.shouted && token.text.length < 4)) return false;
  const next = all[at + given];
  const gap = all[at + given - 1]?.gap ?? '';
  if (to > at + given && next?.capital === true && gap === ' ' && !isTerm(next)) return false;
  const before = all[at - 1];
  // "naar het Frans", "in de Roos"
  if (before?.gap === ' ' && ['het', 'de', 'een'].includes(before.folded)) return false;
  const does = gap === ' ' && doing.has(next?.folded ?? '');
  const aged = /^,? ?\(?\d/.test(gap);
  if (token.folded === 'jan' && next?.folded === 'met' && all[at + 2]?.folded === 'de') return false;
  if (ambiguousNames.has(token.folded)) return aged || (does && !begins);
  return aged || does || (before?.gap === ' ' && aboutWords.has(before.folded));
}

/** "overleg over mien". */
function givenInLowerCase(all: readonly Token[], at: number): NameParts | undefined {
  const [token, before] = [all[at], all[at - 1]];
  if (token === undefined || before?.folded !== 'over' || before.gap !== ' ') return undefined;
  if (!givenNames.has(token.folded) || isTerm(token) || token.folded.length < 4) return undefined;
  return { from: at, to: at + 1, initials: 0, given: 1, prefixes: 0 };
}

/** "Jansen, Piet", "Van Beek, J.". */
function reversed(all: readonly Token[], at: number): NameParts | undefined {
  const name = nameAt(all, at);
  const { surname, initials, given, prefixes, to } = name;
  if (surname === undefined || initials > 0 || given > 0 || !couldBeSurname(surname, false)) return undefined;
  if (all[to - 1]?.gap !== ', ' || !(prefixes > 0 || isKnownSurname(surname))) return undefined;
  const next = nameAt(all, to);
  if (next.initials > 0 && next.surname === undefined) return { ...name, to: next.to };
  const first = all[to];
  const alone = next.given > 0 && first !== undefined && /^(?:$|[;,.?!)(\n:]| ?\()/.test(first.gap);
  return alone && !ambiguousNames.has(first.folded) ? { ...name, to: to + next.given } : undefined;
}
