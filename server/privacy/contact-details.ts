import type { Finding } from './finding.ts';
import { organisations } from './not-names.ts';
import { personContext } from './person-words.ts';
import { digitSpans, isDigit, near } from './text-runs.ts';

/** Numbers and addresses at which one person can be reached; not those of a desk. */

const deskWords = new Set([...organisations, ...'praktijk huisartsenpraktijk huisartsenpost balie informatielijn klantenservice secretariaat'.split(' ')]);
/** Numbers that only companies and public bodies have. */
const deskNumber = /^0(?:800|900|906|909|88|85|97|14)/;

/** Dutch numbers: ten digits from 0, or +31 / 0031 and nine more (with or without the zero of "+31 (0)6"). */
export function phoneNumbers(text: string): Finding[] {
  return digitSpans(text, 10, 14)
    .filter((span) => {
      const { text: digits, start, end } = span;
      if (isDigit(text.charAt(start - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(end))) return false;
      const national = digits.replace(/^(?:0031|31)0?/, '0');
      if (!isPhoneNumber(text, digits, start) || deskNumber.test(national)) return false;
      const reach = { before: 40, after: 40 };
      return national.startsWith('06') || !near(text, span, deskWords, reach) || near(text, span, personContext, reach);
    })
    .sort((a, b) => b.text.length - a.text.length || a.start - b.start)
    .map(({ start, end }) => ({ kind: 'telefoonnummer', start: text.charAt(start - 1) === '+' ? start - 1 : start, end }));
}

function isPhoneNumber(text: string, digits: string, start: number): boolean {
  if (text.charAt(start - 1) === '+') return /^31(?:[1-9]\d{8}|0\d{9})$/.test(digits);
  if (/^0031(?:[1-9]\d{8}|0\d{9})$/.test(digits)) return true;
  // Ten digits of a date and a year ("01-05-2024/25") fall in two-digit groups first; a phone number's area code is longer
  // or is 06, or the number is written in one piece.
  const firstGroup = /^\d+/.exec(text.slice(start, start + 10))?.[0].length ?? 0;
  return /^0[1-9]\d{8}$/.test(digits) && (firstGroup > 2 || digits.startsWith('06'));
}

const localPart = /[\p{L}\p{N}._%+-]/u;
const domainPart = /[\p{L}\p{N}.-]/u;
const deskMailbox = /^(?:info|contact|secretariaat|receptie|administratie|balie|declaraties?|facturen|klantenservice|service|support|helpdesk|loket|praktijk|assistente|bureau|redactie|pers|privacy|fg|noreply|no-reply|post|vragen\p{L}*|zorginkoop\p{L}*)$/iu;
const publicDomain = /(?:^|\.)(?:nza|minvws|rijksoverheid|overheid|zinl|zorginstituutnederland|igj|acm|zn|nhg|lhv|vng|menzis|cz|vgz|dsw|zilverenkruis|nalk)\.(?:nl|org)$/i;

export function emailAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: sign, index } of text.matchAll(/@| ?[([](?:at|apenstaartje)[)\]] ?/gi)) {
    let start = index;
    while (start > 0 && index - start < 64 && localPart.test(text.charAt(start - 1))) start -= 1;
    const from = index + sign.length;
    let end = from;
    while (end < text.length && end - from < 254 && domainPart.test(text.charAt(end))) end += 1;
    while (end > from && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    const [local, domain] = [text.slice(start, index), text.slice(from, end)];
    const dot = domain.lastIndexOf('.');
    if (local === '' || dot <= 0 || domain.length - dot <= 2) continue;
    if (!deskMailbox.test(local) && !publicDomain.test(domain)) found.push({ kind: 'e-mailadres', start, end });
  }
  return found;
}
