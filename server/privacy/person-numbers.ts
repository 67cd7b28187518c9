import type { Finding } from './finding.ts';
import { digitSpans, isDigit, near } from './text-runs.ts';

/** Numbers and addresses that belong to one person, each with the rule of its own standard. */

/** The 11-proef of the burgerservicenummer: 9·d1 + 8·d2 + … + 2·d8 − d9 is divisible by 11. Eight digits get a leading 0. */
export function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (nine.length !== 9 || /^0+$/.test(nine)) return false;
  let sum = -Number(nine.charAt(8));
  for (let place = 0; place < 8; place += 1) sum += (9 - place) * Number(nine.charAt(place));
  return sum % 11 === 0;
}

const citizenNumberWords = ['bsn', 'burgerservice', 'sofi'];
const personWords = ['patiënt', 'patient', 'cliënt', 'client', 'mevrouw', 'mevr', 'mw', 'meneer', 'dhr', 'heer', 'geboren', 'geb'];
const codeWords = ['zorgproduct', 'declaratie', 'prestatiecode', 'agb', 'kvk', 'kenmerk', 'kamerstuk', 'factuur'];

/** Nine-digit care product codes pass the 11-proef too, so a number counts only among words about a person. */
export function citizenNumbers(text: string): Finding[] {
  return digitSpans(text, 8, 9)
    .filter((span) => {
      if (!passesElevenTest(span.text)) return false;
      if (near(text, span, citizenNumberWords, { before: 48, after: 16 })) return true;
      if (span.text.length !== 9 || near(text, span, codeWords, { before: 24, after: 0 })) return false;
      return near(text, span, personWords, { before: 48, after: 48 });
    })
    .map(({ start, end }) => ({ kind: 'bsn', start, end }));
}

/** Dutch numbers: ten digits from 0, or +31 / 0031 and nine more (with or without the zero of "+31 (0)6"). */
export function phoneNumbers(text: string): Finding[] {
  return digitSpans(text, 10, 14)
    .filter(({ text: digits, start, end }) => {
      if (isDigit(text.charAt(start - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(end))) return false;
      const plus = text.charAt(start - 1) === '+';
      if (plus) return /^31(?:[1-9]\d{8}|0\d{9})$/.test(digits);
      if (/^0031(?:[1-9]\d{8}|0\d{9})$/.test(digits)) return true;
      // Ten digits of a date and a year ("01-05-2024/25") fall in two-digit groups first; a phone number's area code is longer
      // or is 06, or the number is written in one piece.
      const firstGroup = /^\d+/.exec(text.slice(start, start + 10))?.[0].length ?? 0;
      return /^0[1-9]\d{8}$/.test(digits) && (firstGroup > 2 || digits.startsWith('06'));
    })
    .map(({ start, end }) => ({ kind: 'telefoonnummer', start: text.charAt(start - 1) === '+' ? start - 1 : start, end }));
}

export function emailAddresses(text: string): Finding[] {
  const local = /[\p{L}\p{N}._%+-]/u;
  const domain = /[\p{L}\p{N}.-]/u;
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && local.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 254 && domain.test(text.charAt(end))) end += 1;
    while (text.charAt(end - 1) === '.' || text.charAt(end - 1) === '-') end -= 1;
    const name = text.slice(at + 1, end);
    const dot = name.lastIndexOf('.');
    if (start < at && dot > 0 && name.length - dot > 2) found.push({ kind: 'e-mailadres', start, end });
  }
  return found;
}

/** IBAN by its check digits (ISO 13616). A Dutch account has 18 characters; others 15 to 34. */
export function bankAccounts(text: string): Finding[] {
  const found: Finding[] = [];
  for (let start = 0; start + 15 <= text.length; start += 1) {
    if (!/^[A-Z]{2}\d/i.test(text.slice(start, start + 3))) continue;
    if (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) continue;
    let compact = '';
    for (let end = start; end < text.length && compact.length < 34; end += 1) {
      const character = text.charAt(end);
      if (/[A-Z0-9]/i.test(character)) compact += character.toUpperCase();
      else if (character !== ' ' || text.charAt(end - 1) === ' ') break;
      const complete = compact.startsWith('NL') ? compact.length === 18 : compact.length >= 15;
      if (complete && passesIbanCheck(compact)) {
        found.push({ kind: 'rekeningnummer', start, end: end + 1 });
        break;
      }
    }
  }
  return found;
}

/** The first four characters moved to the end, letters as 10…35, must leave 1 modulo 97. */
function passesIbanCheck(compact: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact)) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
