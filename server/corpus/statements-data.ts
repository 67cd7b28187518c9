import type { Statement } from './statement.ts';

/** Statements as an index carries them. */
export interface StatementsData {
  statements: Statement[];
}

export function serialiseStatements(statements: readonly Statement[]): string {
  return JSON.stringify({ statements });
}

/** @param json what {@link serialiseStatements} made; the index has checked that it is undamaged */
export function deserialiseStatements(json: string): StatementsData {
  return JSON.parse(json) as StatementsData;
}
