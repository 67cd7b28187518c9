/** How a system can fail; counted and named in the report. */
export const FAILURES = {
  unreachable: 'onbereikbaar',
  timeout: 'te laat',
  refused: 'foutmelding',
  unreadable: 'antwoord voldoet niet aan het contract',
  crashed: 'onverwachte fout',
} as const;
export type Failure = keyof typeof FAILURES;

/** The system gave no usable answer. The message is Dutch and for the report. */
export class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}
