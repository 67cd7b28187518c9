import type { Finding } from './finding.ts';
import { personContext } from './person-words.ts';
import { digitSpans, near } from './text-runs.ts';

/** Numbers that belong to one person, each with the rule of its own standard. */

/** The 11-proef of the burgerservicenummer: 9·d1 + 8·d2 + … + 2·d8 − d9 is divisible by 11. Eight digits get a leading 0. */
export function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (nine.length !== 9 || /^0+$/.test(nine)) return false;
  let sum = -Number(nine.charAt(8));
  for (let place = 0; place < 8; place += 1) sum += (9 - place) * Number(nine.charAt(place));
  return sum % 11 === 0;
}

const label = /(?<![\p{L}])(?:bsn|bsns|b\.? ?s\.? ?n|burger ?service|sofi|citizen service)/iu;
const codeWords = new Set('zorgproduct zorgproductcode declaratie declaratienummer prestatiecode prestatie agb agbcode kvk kenmerk kamerstuk factuur factuurnummer big uzovi polis polisnummer euro eur vestigingsnummer'.split(' '));

/** Nine-digit care product codes pass the 11-proef too, so a number counts only among words about a person. */
export function citizenNumbers(text: string): Finding[] {
  return digitSpans(text, 8, 9)
    .filter((span) => {
      if (!passesElevenTest(span.text)) return false;
      if (label.test(text.slice(Math.max(0, span.start - 48), span.start)) || label.test(text.slice(span.end, span.end + 16))) return true;
      if (span.text.length !== 9 || near(text, span, codeWords, { before: 24, after: 8 })) return false;
      return near(text, span, personContext, { before: 48, after: 48 });
    })
    // eight digits are also the first eight of nine
    .sort((a, b) => b.text.length - a.text.length || a.start - b.start)
    .map(({ start, end }) => ({ kind: 'bsn', start, end }));
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
