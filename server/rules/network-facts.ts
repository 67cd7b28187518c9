import type { FactValue, PlanRequest } from '../contract.ts';
import { BadInputError, type InputFault } from '../errors.ts';
import type { Facts } from './condition.ts';
import { contradictionsIn } from './contradictions.ts';
import { lawOfSector } from './law-of-sector.ts';
import { readFacts } from './read-facts.ts';
import type { RuleSet } from './rule-set.ts';

/** What is known of one participant of a network. */
export interface Member {
  name: string;
  count: number;
  /** Given for him or for all, and what follows. */
  facts: Facts;
  /** What follows from the others and from the sector. */
  inferred: Readonly<Record<string, FactValue>>;
}

/** General practitioners belong to this sector and work under this law. */
const GP_SECTOR = 'huisartsenzorg';
const GP_LAW = 'zvw';

/**
 * The facts of each participant: his own, those about the consultation, and what follows from who sits at the table.
 * @throws BadInputError with every fault at once: unknown facts and values, and facts that contradict each other
 */
export function networkFacts({ facts, participants }: Pick<PlanRequest, 'facts' | 'participants'>, rules: Pick<RuleSet, 'facts' | 'together'>): Member[] {
  const faults: InputFault[] = [];
  const read = (given: Record<string, unknown>, path: string): Facts => {
    try {
      return readFacts(rules, given);
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      faults.push(...error.faults.map(({ field, detail }) => ({ field: `${path}${field}`, detail })));
      return {};
    }
  };
  const shared = read(facts, '');
  const own = participants.map((participant, index) => read(participant.facts, `participants[${index}].`));
  const atTheTable = whoTakesPart(own.map((each) => ({ ...shared, ...each })));

  for (const [id, value] of Object.entries(atTheTable)) {
    if (shared[id] !== undefined && value !== undefined && shared[id] !== value) faults.push({ field: `facts.${id}`, detail: `"${id}" past niet bij de deelnemers. Verander de sector van een deelnemer, of laat "${id}" weg.` });
  }
  const members = participants.map(({ name, count }, index): Member => {
    const mine = own[index] ?? {};
    const path = `participants[${index}].facts`;
    for (const [id, value] of Object.entries(mine)) {
      if (shared[id] !== undefined && shared[id] !== value) faults.push({ field: `${path}.${id}`, detail: `"${id}" staat bij "${name.slice(0, 60)}" anders dan bij het hele overleg. Laat een van de twee weg.` });
    }
    const given = { ...shared, ...mine };
    for (const { facts: [first, second], why } of contradictionsIn(given, rules.together)) {
      if (faults.some(({ field }) => field === `facts.${second}`)) continue;
      faults.push({ field: `${path}.${second in mine ? second : first}`, detail: `"${first}" en "${second}" kunnen bij "${name.slice(0, 60)}" niet allebei zo zijn. ${why}` });
    }
    const inferred = Object.fromEntries(
      Object.entries({ ...atTheTable, domein: lawOfSector(given['sector']) }).flatMap(([id, value]): [string, FactValue][] => (value === undefined || given[id] !== undefined ? [] : [[id, value]])),
    );
    return { name, count, facts: { ...inferred, ...given }, inferred };
  });
  if (faults.length > 0) throw new BadInputError(faults.map(({ detail }) => detail).join(' '), faults);
  return members;
}

/** What sectors and laws of all say of the cooperation. One whose sector is unknown leaves open what is not yet certain. */
function whoTakesPart(all: readonly Facts[]): Facts {
  const sectors = all.map(({ sector }) => sector);
  const laws = all.map(({ domein, sector }) => domein ?? lawOfSector(sector));
  const isKnown = sectors.every((sector) => sector !== undefined);
  const noneIsGp = all.every(({ sector, domein }) => sector !== undefined || (domein !== undefined && domein !== GP_LAW));
  const known = <T>(values: readonly (T | undefined)[]): number => new Set(values.filter((value) => value !== undefined)).size;
  // "A different sector" is no sector: two of those may be one.
  const areSeveral = known(sectors) > 1 || known(laws) > 1;
  const isOne = isKnown && known(sectors) === 1 && sectors[0] !== 'anders' && laws.every((law) => law === laws[0]);
  return {
    huisartsenDoenMee: sectors.includes(GP_SECTOR) ? true : noneIsGp ? false : undefined,
    meerdereSectoren: areSeveral ? true : isOne ? false : undefined,
  };
}
