import type { FactValue } from '../contract.ts';
import type { Facts } from './condition.ts';
import { ALL, NOT_ALL } from './fact-bundle.ts';
import type { FactBundle } from './rule-set.ts';

/** Two facts that cannot both be so, the one that is more likely a slip second. */
export interface Contradiction {
  facts: readonly [string, string];
  /** Dutch sentence. */
  why: string;
  /** The same where a conversation can tell it. */
  en?: string;
}

/** Whoever works in these sectors works under the Zvw; others can be employed under the Wlz too. */
const ZVW_ONLY: readonly FactValue[] = ['huisartsenzorg', 'medisch-specialistisch'];

export function contradictionsIn(facts: Facts, bundles: readonly FactBundle[] = []): Contradiction[] {
  const { sector, domein, huisartsenDoenMee } = facts;
  const found: Contradiction[] = [];
  if (sector !== undefined && ZVW_ONLY.includes(sector) && domein !== undefined && domein !== 'zvw') {
    found.push({ facts: ['sector', 'domein'], why: `Wie in de ${String(sector) === 'huisartsenzorg' ? 'huisartsenzorg' : 'medisch-specialistische zorg'} werkt, werkt onder de Zvw.`, en: `Who works in ${String(sector) === 'huisartsenzorg' ? 'GP care' : 'specialist medical care'} works under the Zvw.` });
  }
  if (sector === 'huisartsenzorg' && huisartsenDoenMee === false) {
    found.push({ facts: ['sector', 'huisartsenDoenMee'], why: 'Werkt de aanbieder in de huisartsenzorg, dan doen er huisartsen mee.', en: 'When the provider works in GP care, GPs take part.' });
  }
  for (const { id, facts: members } of bundles) {
    const against = members.find(({ fact, is }) => facts[fact] === !is);
    if (facts[id] === ALL && against) found.push({ facts: [against.fact, id], why: `Met "${id}" zegt u dat alle voorwaarden kloppen.` });
    if (facts[id] === NOT_ALL && members.every(({ fact, is }) => facts[fact] === is)) found.push({ facts: [members[0]?.fact ?? id, id], why: `Met "${id}" zegt u dat niet alle voorwaarden kloppen.` });
  }
  return found;
}
