import type { DataPath } from '../../server/text/yaml-file.ts';
import type { Claim, Guard } from './claim.ts';
import { guardActor } from './guards/actor.ts';
import { guardLength } from './guards/length.ts';
import { guardModality } from './guards/modality.ts';
import { guardNegation } from './guards/negation.ts';
import { guardNumber } from './guards/number.ts';
import { guardReadingLevel } from './guards/reading-level.ts';
import { guardScope } from './guards/scope.ts';
import { guardStandsAlone } from './guards/stands-alone.ts';
import type { Overridable, StatementForm } from './statement-form.ts';

const GUARDS: Record<Overridable, Guard> = {
  number: guardNumber,
  negation: guardNegation,
  actor: guardActor,
  modality: guardModality,
  scope: guardScope,
  reading: guardReadingLevel,
};

/** What is wrong with the words of a statement, beside its quotes; a fault that an editor overruled is none. */
export function guardFaults(claim: Claim, override: StatementForm['override']): { field: DataPath; reason: string }[] {
  const firm = [...guardLength(claim), ...guardStandsAlone(claim)].map((reason) => ({ field: ['text'], reason }));
  const lexical = (Object.entries(GUARDS) as [Overridable, Guard][]).flatMap(([name, guard]): { field: DataPath; reason: string }[] => {
    const faults = guard(claim);
    if (override[name] === undefined) return faults.map((reason) => ({ field: ['text'], reason: `${reason} (of geef bij override, ${name} een reden)` }));
    return faults.length > 0 ? [] : [{ field: ['override', name], reason: 'deze controle is in orde; haal de override weg' }];
  });
  return [...firm, ...lexical];
}
