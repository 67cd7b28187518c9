import { BadInputError } from '../errors.ts';
import { birthDates } from './birth-dates.ts';
import type { Finding, PatientDataKind } from './finding.ts';
import { names } from './person-names.ts';
import { bankAccounts, citizenNumbers, emailAddresses, phoneNumbers } from './person-numbers.ts';

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
  telefoonnummer: 'een telefoonnummer',
  'e-mailadres': 'een e-mailadres',
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

/** All findings in order of place; overlapping ones are reported once, the first scanner wins. */
export function findPatientData(text: string): Finding[] {
  const found: Finding[] = [];
  for (const scan of [emailAddresses, bankAccounts, phoneNumbers, citizenNumbers, birthDates, names]) {
    for (const finding of scan(text)) {
      if (!found.some(({ start, end }) => finding.start < end && start < finding.end)) found.push(finding);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
