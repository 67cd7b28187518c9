/** Who is tapped together most, with what is certain of him. */
export interface PlanKind {
  id: string;
  one: string;
  many: string;
  facts: Readonly<Record<string, string>>;
}

const ZVW = 'zvw';

/** In the order of the buttons. */
export const PLAN_KINDS: readonly PlanKind[] = [
  { id: 'huisarts', one: 'huisarts', many: 'huisartsen', facts: { sector: 'huisartsenzorg', domein: ZVW } },
  { id: 'poh', one: 'praktijkondersteuner', many: 'praktijkondersteuners', facts: { sector: 'huisartsenzorg', domein: ZVW } },
  { id: 'fysio', one: 'fysiotherapeut', many: 'fysiotherapeuten', facts: { sector: 'fysiotherapie', domein: ZVW } },
  { id: 'psycholoog', one: 'psycholoog (ggz)', many: 'psychologen (ggz)', facts: { sector: 'ggz', domein: ZVW } },
  { id: 'specialist', one: 'medisch specialist', many: 'medisch specialisten', facts: { sector: 'medisch-specialistisch', domein: ZVW } },
  { id: 'wijkverpleging', one: 'wijkverpleegkundige', many: 'wijkverpleegkundigen', facts: { sector: 'verpleging-verzorging', domein: ZVW } },
  { id: 'anders', one: 'andere zorgverlener (Zvw)', many: 'andere zorgverleners (Zvw)', facts: { sector: 'anders', domein: ZVW } },
  { id: 'verpleeghuis', one: 'verpleeghuis', many: 'verpleeghuizen', facts: { sector: 'verpleging-verzorging', domein: 'wlz' } },
  { id: 'gemeente', one: 'gemeente', many: 'gemeenten', facts: { domein: 'sociaal-domein' } },
  { id: 'welzijn', one: 'welzijnsorganisatie', many: 'welzijnsorganisaties', facts: { domein: 'sociaal-domein' } },
];

/** A name that comes from a button follows the number; one that somebody typed stays as it is. */
export function nameFor(name: string, count: string): string {
  const kind = PLAN_KINDS.find(({ one, many }) => one === name || many === name);
  return kind === undefined ? name : count === '1' ? kind.one : kind.many;
}
