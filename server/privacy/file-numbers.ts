import type { Finding, PatientDataKind } from './finding.ts';
import { personContext } from './person-words.ts';
import { near } from './text-runs.ts';

/** Numbers under which one patient is known: told from other numbers by the word before them. */

const numberWord = '[ .-]{0,2}(?:nummer|nrs?|no|number|num|id|code)?';
const link = '[ .:=#-]{0,3}(?:is|van (?:de |mijn |onze )?(?:patiënt|patient|cliënt|client))?[ :=#]{0,2}';
const value = '(?<value>[a-z]{0,4}-?\\d[\\d./-]{0,24}\\d(?![\\d\\p{L}])|\\d{4,}(?![\\d\\p{L}]))';
const labelled = (labels: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${labels})${numberWord}${link}${value}`, 'giu');

/** The word itself says that it is about a patient or an insured person. */
const ofPatient = labelled('patiënten|patient|patiënt|pat|pt|cliënten|cliënt|client|bewoners?|zorgdossier|epd|his|zis|mrn|cid|ziekenhuis|opname|ecd|medisch dossier|patiëntendossier|cliëntdossier|zorgvrager');
const ofInsured = labelled('polis|verz|verzekerden|verzekerde|verzekerings|verzekering|relatie|klant|lid|zorgpas|insurance|policy');
/** Files of parliament and of cases have numbers too. */
const ofFile = labelled('dossier|casus|status|behandel');

const parliament = new Set('kamer kamerstuk kamerstukken kamerdossier kamerstukdossier wetsvoorstel tweede eerste wet parlementair nza beleidsregel vergaderjaar'.split(' '));
const notAFigure = /^[ ]?(?:euro|procent|patiënten|patienten|cliënten|jaar|jr|keer|uur|minuten|dagen|weken|maanden|%)/i;
/** What holds so many digits is a number of a person, not an amount or a year. */
const leastDigits: Partial<Record<PatientDataKind, number>> = { patiëntnummer: 4, verzekerdennummer: 5 };

export function fileNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  const add = (kind: PatientDataKind, pattern: RegExp, fits: (start: number, end: number, digits: string) => boolean): void => {
    for (const match of text.matchAll(pattern)) {
      const written = match.groups?.['value'] ?? '';
      const end = match.index + match[0].length;
      const start = end - written.length;
      const digits = written.replace(/\D/g, '');
      const saysNumber = /(?:nummer|nr|no|number|num|id|code|mrn|cid)[^\p{L}]*$/iu.test(text.slice(match.index, start));
      if (digits.length < (leastDigits[kind] ?? 4) && !(saysNumber && digits.length >= 3)) continue;
      if (isDate(written) || (!saysNumber && /^(?:19|20)\d{2}$/.test(written)) || notAFigure.test(text.slice(end, end + 12))) continue;
      if (fits(start, end, digits)) found.push({ kind, start, end });
    }
  };
  add('patiëntnummer', ofPatient, () => true);
  add('verzekerdennummer', ofInsured, () => true);
  add('patiëntnummer', ofFile, (start, end, digits) => {
    if (near(text, { start, end }, parliament, { before: 40, after: 40 })) return false;
    return !/^[23]\d{4}$/.test(digits) || near(text, { start, end }, personContext, { before: 40, after: 40 });
  });
  return found;
}

const isDate = (written: string): boolean => /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/.test(written) || /^(?:19|20)\d{2}[-/](?:19|20)?\d{2}$/.test(written);
