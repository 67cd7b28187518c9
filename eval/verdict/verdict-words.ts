import type { Verdict } from './verdict.ts';

/** The verdict in one line, for report and screen alike. */
export function verdictLine({ checks, outcome, testedOn, untested }: Verdict): string {
  if (testedOn === 'selection') return 'Keuze uit de vragen: geen oordeel';
  const count = (of: (typeof checks)[number]['outcome']): number => checks.filter((check) => check.outcome === of).length;
  const all = checks.length;
  if (outcome === 'voldoet-niet') return `Voldoet niet: ${count('niet-gehaald')} van de ${all} grenzen niet gehaald`;
  if (outcome === 'niet-te-beoordelen') return `Niet te beoordelen: bij ${count('onbekend')} van de ${all} grenzen zijn er te weinig vragen`;
  return untested.length > 0 ? `Voldoet aan alle ${all} gemeten grenzen` : `Voldoet aan alle ${all} grenzen`;
}

export const handsLine = ({ fresh }: Verdict): string =>
  fresh
    ? 'Waar dat erbij staat, tellen alleen vragen van verse handen.'
    : 'Er zijn geen vragen van verse handen bij; alle vragen tellen, ook die op geleerde lijken. Het cijfer kan vleien.';
