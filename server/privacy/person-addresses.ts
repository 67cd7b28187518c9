import type { Finding } from './finding.ts';
import { streetEnding } from './name-parts.ts';
import { fold } from './normalise.ts';
import { institutionWords, organisations } from './not-names.ts';
import { patientWords, relativeWords, titles } from './person-words.ts';
import { words } from './text-runs.ts';

/** Says that somebody lives there. */
const living = new Set(`woont wonen wonend wonende woonachtig woonde adres woonadres thuisadres verblijft verblijf verblijfadres verblijfsadres postadres huisbezoek lives living address
  thuiswonend thuiswonende huisadres verhuisd verhuisde resides woonplaats`.split(/\s+/));
const people = new Set([...titles, ...patientWords, ...relativeWords, 'hij', 'zij', 'ze', 'haar', 'zijn', 'hem', 'hs']);
const bodies = new Set([...organisations, ...institutionWords, 'kantoor', 'factuur', 'contract', 'adresseren', 'hoofdkantoor', 'locatie', 'vestiging', 'onze', 'ons', 'wij'].filter((word) => word !== 'huis' && word !== 'wijk' && word !== 'zorg' && word !== 'of'));

/** A house number with its addition: 12, 14a, 101-2, 88-III. */
const houseNumber = /^,?(?: en)? (?:(?:huis)?nummer |(?:huis)?nr\.? ?)?(\d{1,5}(?:[a-z](?![\p{L}])|[ -]?(?:hs|bis)(?![\p{L}])|-(?:\d{1,4}|[IVX]{1,4}|[a-z])(?![\p{L}\d]))?)(?![\d.,]*\d|[\p{L}%€])/iu;
const postcodeAfter = /^[ ,]{1,2}\d{4} ?[a-z]{2}(?![\p{L}\d])/iu;

/** Where a patient lives: street with house number, or postcode with house number. Not the address of a public body or practice. */
export function homeAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  const all = words(text);
  for (const [index, word] of all.entries()) {
    if (word.text.length < 2) continue;
    const number = houseNumber.exec(text.slice(word.end, word.end + 24));
    if (number === null) continue;
    const street = streetEnding.test(fold(word.text)) && word.text.length > 4;
    const capital = word.text.charAt(0) !== word.text.charAt(0).toLowerCase();
    let start = word.start;
    // "Lange Nieuwstraat", "Prins Hendriklaan", "Burgemeester Smitweg"
    for (let at = index - 1; at >= 0 && at > index - 4; at -= 1) {
      const before = all[at];
      if (before === undefined || text.slice(before.end, start) !== ' ' || !/^\p{Lu}/u.test(before.text) || people.has(fold(before.text)) || living.has(fold(before.text))) break;
      start = before.start;
    }
    let end = word.end + number[0].length;
    const postcode = postcodeAfter.exec(text.slice(end, end + 12));
    if (!(street || (capital && livesAt(text, start)) || (capital && postcode !== null)) || !isHome(text, start)) continue;
    end += postcode?.[0].length ?? 0;
    found.push({ kind: 'adres', start, end });
  }
  return [...found, ...postcodes(text)];
}

/** 1017 AB 23, 7511 JM nummer 45, Postbus 213, 6800 AE: in capitals, and only where somebody is said to live. */
function postcodes(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d-])[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}(?![\p{L}\d])/gu)) {
    const start = match.index;
    const number = houseNumber.exec(text.slice(start + match[0].length, start + match[0].length + 24));
    if (isHome(text, start)) found.push({ kind: 'adres', start, end: start + match[0].length + (number?.[0].length ?? 0) });
  }
  return found;
}

/** "woont [op|aan|in] (de) Singel 88". */
function livesAt(text: string, start: number): boolean {
  const before = words(text.slice(Math.max(0, start - 40), start)).slice(-3);
  return before.some(({ text: word }) => living.has(fold(word)));
}

/** Somebody lives there: the nearest of the words before tells, a person or a body. */
function isHome(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('?'), before.lastIndexOf('!')) + 1);
  const said = words(sentence).map(({ text: word }) => fold(word)).reverse();
  const body = said.findIndex((word) => bodies.has(word));
  const home = said.findIndex((word) => living.has(word) || people.has(word));
  return home >= 0 && (body < 0 || home < body);
}
