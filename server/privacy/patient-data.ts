import { BadInputError } from '../errors.ts';
import { birthDates } from './birth-dates.ts';
import { emailAddresses, phoneNumbers } from './contact-details.ts';
import { fileNumbers } from './file-numbers.ts';
import type { Finding, PatientDataKind } from './finding.ts';
import { normalise } from './normalise.ts';
import { homeAddresses } from './person-addresses.ts';
import { names } from './person-names.ts';
import { bankAccounts, citizenNumbers } from './person-numbers.ts';

export type { Finding, PatientDataKind } from './finding.ts';

/**
 * Recognises data about a patient in a question, in the browser before it is sent and on the server before anything else
 * happens to it. Pure and linear: each scanner passes over the text once and looks a bounded distance around a hit, so no
 * input can make it slow. It is a net for slips of the pen, not a proof that a text is free of personal data.
 */

/** A question that holds data about a patient; the message is for the user and does not repeat the data. */
export class PatientDataError extends BadInputError {
  readonly kinds: readonly PatientDataKind[];

  constructor(kinds: readonly PatientDataKind[]) {
    super(patientDataMessage(kinds));
    this.kinds = kinds;
  }
}

const kindNames: Record<PatientDataKind, string> = {
  bsn: 'een burgerservicenummer',
  geboortedatum: 'een geboortedatum',
  naam: 'een naam',
  adres: 'een adres',
  telefoonnummer: 'een telefoonnummer',
  'e-mailadres': 'een e-mailadres',
  patiëntnummer: 'een patiëntnummer of dossiernummer',
  verzekerdennummer: 'een nummer van een verzekerde',
  rekeningnummer: 'een rekeningnummer',
};

/** "Uw tekst lijkt een naam en een geboortedatum te bevatten. …" */
export function patientDataMessage(kinds: readonly PatientDataKind[]): string {
  const names = kinds.map((kind) => kindNames[kind]);
  const last = names.pop() ?? 'gegevens van een patiënt';
  const list = names.length > 0 ? `${names.join(', ')} en ${last}` : last;
  return `Uw tekst lijkt ${list} te bevatten. Haal dit weg en stel uw vraag opnieuw. Voor het antwoord is het niet nodig.`;
}

/** @throws PatientDataError when any of the texts holds data about a patient. */
export function refusePatientData(...texts: readonly string[]): void {
  const kinds = new Set(texts.flatMap((text) => findPatientData(text).map(({ kind }) => kind)));
  if (kinds.size > 0) throw new PatientDataError([...kinds]);
}

/**
 * For a text of which somebody said that it is not about a patient. A name may be anybody's; a citizen service number may be
 * used only where a law says so, and no answer here needs one.
 * @throws PatientDataError when any of the texts holds a citizen service number.
 */
export function refuseCitizenNumbers(...texts: readonly string[]): void {
  if (texts.some((text) => findPatientData(text).some(mayNeverBeSent))) throw new PatientDataError(['bsn']);
}

export const mayNeverBeSent = ({ kind }: Finding): boolean => kind === 'bsn';

/** All findings in order of place; overlapping ones are reported once, the first scanner wins. */
export function findPatientData(typed: string, today = new Date()): Finding[] {
  const text = normalise(typed);
  const people = names(text);
  const found: Finding[] = [];
  const taken = new Uint8Array(text.length);
  for (const scanned of [
    emailAddresses(text), bankAccounts(text), citizenNumbers(text), phoneNumbers(text), birthDates(text, people, today),
    fileNumbers(text), homeAddresses(text), people,
  ]) {
    for (const finding of scanned) {
      if (taken.subarray(finding.start, finding.end).includes(1)) continue;
      taken.fill(1, finding.start, finding.end);
      found.push(finding);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
