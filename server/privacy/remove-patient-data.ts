import type { Finding } from './finding.ts';
import { findPatientData } from './patient-data.ts';
import { fold } from './normalise.ts';
import { patientWords, relativeWords, subjectWords, titles } from './person-words.ts';
import { words } from './text-runs.ts';

/** What takes away one finding may join what stands around it to another; three rounds end that. */
const rounds = 3;

/**
 * The text without what was found, still to be read as a question: a name becomes "de patiënt" unless a word before it says
 * whom it is about, anything else becomes "…".
 */
export function removePatientData(text: string, today = new Date()): string {
  let left = text;
  for (let round = 0; round < rounds; round += 1) {
    const findings = findPatientData(left, today);
    if (findings.length === 0) break;
    left = without(left, findings, round);
  }
  return left;
}

function without(text: string, findings: readonly Finding[], round: number): string {
  let left = '';
  let at = 0;
  for (const { kind, start, end } of findings) {
    left += text.slice(at, start);
    left += kind === 'naam' && round === 0 && !isNamedBefore(left) ? patientAt(left) : '…';
    at = end;
  }
  return tidy(left + text.slice(at));
}

/** "mevrouw Jansen" leaves "mevrouw", "casus Piet" leaves "casus". */
function isNamedBefore(before: string): boolean {
  const last = words(before.slice(-24)).at(-1);
  return last !== undefined && [titles, patientWords, relativeWords, subjectWords].some((list) => list.has(fold(last.text)));
}

const patientAt = (before: string): string => (/(?:^|[.?!\n]\s*)$/.test(before) ? 'De patiënt' : 'de patiënt');

/** Dots in a row say no more than one of them. */
const tidy = (text: string): string => text.replace(/…(?:[ ,(]{0,2}…)+/g, '…');
