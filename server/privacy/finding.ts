export type PatientDataKind =
  | 'bsn'
  | 'geboortedatum'
  | 'naam'
  | 'adres'
  | 'telefoonnummer'
  | 'e-mailadres'
  | 'patiëntnummer'
  | 'verzekerdennummer'
  | 'rekeningnummer';

export interface Finding {
  kind: PatientDataKind;
  /** UTF-16 offsets of what was found, half-open. */
  start: number;
  end: number;
}
