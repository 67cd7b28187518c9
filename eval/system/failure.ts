/** How a subject can fail; counted and named in the report. */
export const FAILURES = {
  unreachable: 'onbereikbaar',
  timeout: 'te laat',
  refused: 'foutmelding',
  unreadable: 'antwoord voldoet niet aan het contract',
  crashed: 'onverwachte fout',
} as const;
export type Failure = keyof typeof FAILURES;

/** The subject gave no usable answer. The message is Dutch and for the report. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError';
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}
