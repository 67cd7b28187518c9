import { isTerm, type NameParts, type Token } from './name-parts.ts';
import { fieldWords, greetings, institutionWords, officeWords, organisations, professionalWords, publicFullNames, publicNames, sourceNames, sourceWords } from './not-names.ts';
import { titles } from './person-words.ts';
import { near } from './text-runs.ts';

/** Greetings at the end of a letter: the name after one is the sender's. */
const closing = /\b(?:groet|groeten|groetjes|hoogachtend|mvg|regards|sincerely)\b[^?]{0,80}$/i;

/**
 * Whether what stands around a name says that its bearer writes, reads, treats, holds an office or is an institution.
 * @param before Index of the first word that belongs to it, a title included.
 */
export function isNoPatient(text: string, all: readonly Token[], name: NameParts, before: number): boolean {
  return isPublic(text, all, name) || isAddressed(all, before) || isSpeaker(text, all, name, before) || isInstitution(all, name, before) || hasOffice(all, name);
}

function isPublic(text: string, all: readonly Token[], { from, to, given, surname }: NameParts): boolean {
  if (surname === undefined) return false;
  if (given === 0 && publicNames.has(surname.folded)) return true;
  if (given === 0 && sourceNames.has(surname.folded) && near(text, surname, sourceWords, { before: 60, after: 60 })) return true;
  const whole = all.slice(from, to).map(({ folded }) => folded);
  return [`${whole[0] ?? ''}-${surname.folded}`, whole.join('-')].some((full) => publicFullNames.has(full));
}

/** "Geachte heer De Jong", "Beste Marloes en Kim", "Geachte heer/mevrouw". */
function isAddressed(all: readonly Token[], before: number): boolean {
  let at = before - 1;
  for (let steps = 0; at >= 0 && steps < 5; steps += 1, at -= 1) {
    const token = all[at];
    if (token === undefined || !/^(?: |\/|, | \/ | & |\. )$/.test(token.gap)) return false;
    if (greetings.has(token.folded)) return steps > 0 || token.gap !== ', ';
    if (!titles.has(token.folded) && token.folded !== 'en' && token.folded !== 'u' && !(token.capital && all[at + 1]?.folded === 'en')) return false;
  }
  return false;
}

/** "Ik ben Peter Jansen", "Mijn naam is Karin", "Volgens Jan Smit", "huisarts De Vries", and who signs a letter. */
function isSpeaker(text: string, all: readonly Token[], { from }: NameParts, before: number): boolean {
  const near = all[before - 1];
  const start = all[from]?.start ?? 0;
  if (closing.test(text.slice(Math.max(0, start - 120), start)) && !titles.has(all[before]?.folded ?? '')) return true;
  if (near === undefined) return false;
  const tied = /^(?: |\. ?|-|: )$/.test(near.gap);
  if (tied && professionalWords.has(near.folded)) return true;
  const last = all.slice(Math.max(0, before - 3), before).map(({ folded }) => folded).join(' ');
  return /(?:^| )(?:ik ben|ben ik|ik heet|mijn naam is|wie is|wie was|my name is|i am)$/.test(last);
}

/** "Stichting Anna Zorg", "Catharina Ziekenhuis", "rapport-Bos". */
function isInstitution(all: readonly Token[], { to }: NameParts, before: number): boolean {
  const [near, next, last] = [all[before - 1], all[to], all[to - 1]];
  if (near !== undefined && /^[ -]$/.test(near.gap) && institutionWords.has(near.folded)) return true;
  if (near?.folded === 'van' && near.gap === ' ' && writings.has(all[before - 2]?.folded ?? '')) return true;
  return next !== undefined && last !== undefined && /^[ -]$/.test(last.gap) && next.capital && institutionWords.has(next.folded);
}

/** "het rapport van Erik Dannenberg" */
const writings = new Set('rapport motie amendement voorstel brief column boek artikel advies commissie kabinet lezing'.split(' '));

/** "… van de NZa", "…, beleidsmedewerker bij VWS", "… is nog minister". */
function hasOffice(all: readonly Token[], { to }: NameParts): boolean {
  let at = to;
  if (/^(?: |, | \(|\()$/.test(all[to - 1]?.gap ?? '')) {
    while (at - to < 3 && ['is', 'nog', 'als', 'de', 'was', 'the'].includes(all[at]?.folded ?? '')) at += 1;
    if (officeWords.has(all[at]?.folded ?? '')) return true;
  }
  at = to;
  if (all[to - 1]?.gap !== ' ' || !['van', 'bij', 'namens', 'of', 'from'].includes(all[at]?.folded ?? '')) return false;
  at += 1;
  if (['de', 'het', 'the', 'een', 'ons', 'onze'].includes(all[at]?.folded ?? '')) at += 1;
  const organisation = all[at];
  return organisation !== undefined && (organisations.has(organisation.folded) || (organisation.shouted && isTerm(organisation) && fieldWords.has(organisation.folded)));
}
