import type { DataPath } from '../../server/text/yaml-file.ts';
import { guardActor } from '../../server/corpus/guards/actor.ts';
import { guardModality } from '../../server/corpus/guards/modality.ts';
import { guardNegation } from '../../server/corpus/guards/negation.ts';
import { guardNumber } from '../../server/corpus/guards/number.ts';
import { guardScope } from '../../server/corpus/guards/scope.ts';
import type { FormGuard, StatementClaim } from './claim.ts';
import { guardLength } from './guards/length.ts';
import { guardReadingLevel } from './guards/reading-level.ts';
import { guardStandsAlone } from './guards/stands-alone.ts';
import type { Overridable, StatementForm } from './statement-form.ts';

const GUARDS: Record<Overridable, FormGuard> = {
  number: guardNumber,
  negation: guardNegation,
  actor: guardActor,
  modality: guardModality,
  scope: guardScope,
  reading: guardReadingLevel,
};

/** What is wrong with the words of a statement, beside its quotes; a fault that an editor overruled is none. */
export function guardFaults(claim: StatementClaim, override: StatementForm['override']): { field: DataPath; reason: string }[] {
  const firm = [...guardLength(claim), ...guardStandsAlone(claim)].map((reason) => ({ field: ['text'], reason }));
  const lexical = (Object.entries(GUARDS) as [Overridable, FormGuard][]).flatMap(([name, guard]): { field: DataPath; reason: string }[] => {
    const faults = guard(claim);
    if (override[name] === undefined) return faults.map((reason) => ({ field: ['text'], reason: `${reason} (of geef bij override, ${name} een reden)` }));
    return faults.length > 0 ? [] : [{ field: ['override', name], reason: 'deze controle is in orde; haal de override weg' }];
  });
  return [...firm, ...lexical];
}
