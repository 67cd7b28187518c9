import type { FactValue, RouteStatus } from '../../contract.ts';

/**
 * A second opinion: the verdicts once more, from a table written from the prose of the design, sharing nothing with the
 * rule data or the evaluator. Tests compare the two. A new route is one more row.
 */
export type Known = Record<string, FactValue | undefined>;

interface Row {
  /** A fact with the values that the situation asks for. */
  situation: [fact: string, ...FactValue[]][];
  /** A fact with the values that must be arranged. */
  arrange?: [fact: string, ...FactValue[]][];
  /** First and last day on which the route is in force; open when left out. */
  from?: string;
  to?: string;
  /** Days that the sources leave open. */
  open?: (day: string) => boolean;
  conflict?: { reads: string[]; holds: (known: Known) => boolean };
  disputed?: { reads: string[]; holds: (known: Known) => boolean };
}

const ZVW: [string, FactValue] = ['domein', 'zvw'];
const GROUP: [string, ...FactValue[]] = ['onderwerp', 'groep', 'hybride'];
const PATIENT: [string, ...FactValue[]] = ['onderwerp', 'individu', 'hybride'];
const ONE_PATIENT: [string, FactValue] = ['onderwerp', 'individu'];
const TREATED: [string, FactValue] = ['patientInBehandeling', true];
const CONTRACT: [string, FactValue] = ['overeenkomst', 'ja'];
/** Only a proposal or an intention. */
const always = (): boolean => true;

const ROWS: Record<string, Row> = {
  pgaz: {
    situation: [
      GROUP,
      ZVW,
      ['zorgbehoefteVastgesteld', true],
      ['complexiteit', true],
      ['tenDienstVanZvwZorg', true],
      ['verzekerdenInZorg', true],
      ['alVergoed', false],
    ],
    arrange: [CONTRACT, ['conformBeschikking', true]],
    from: '2024-05-01',
    to: '2029-05-01',
    open: (day) => day === '2029-05-01',
    conflict: {
      reads: ['oiVoorZelfdeSamenwerking', 'huisartsenDoenMee'],
      holds: (known) => known['oiVoorZelfdeSamenwerking'] === true && known['huisartsenDoenMee'] !== false,
    },
    disputed: { reads: ['meerdereSectoren'], holds: (known) => known['meerdereSectoren'] === false },
  },
  oi: {
    situation: [ZVW, ['huisartsenDoenMee', true]],
    arrange: [CONTRACT],
    conflict: { reads: ['pgazVoorZelfdeSamenwerking'], holds: (known) => known['pgazVoorZelfdeSamenwerking'] === true },
  },
  adz: { situation: [ZVW], arrange: [['eigenAdzPrestatie', true], CONTRACT] },
  sop: { situation: [ZVW, ONE_PATIENT, ['zorgpadIndividu', true]], open: always },
  meedenkadvies: { situation: [ZVW, ONE_PATIENT, ['meedenkvraag', true]], from: '2026-01-01', open: always },
  'segment-3': { situation: [ZVW, ONE_PATIENT, ['meedenkvraag', true]], arrange: [['segment3Afspraak', true]], open: (day) => day > '2025-12-31' },
  'zpm-indirecte-tijd': { situation: [ZVW, ['sector', 'ggz'], PATIENT, TREATED] },
  'regulier-tarief': { situation: [ZVW, ['sector', 'huisartsenzorg', 'medisch-specialistisch', 'verpleging-verzorging', 'anders'], PATIENT, TREATED] },
  fysiotherapie: { situation: [ZVW, ['sector', 'fysiotherapie'], PATIENT, ['fysioUitBasisverzekering', true]] },
  'wlz-dos': { situation: [['domein', 'wlz'], GROUP], open: always },
  'sociaal-domein': { situation: [['domein', 'sociaal-domein'], GROUP] },
};

/** Routes of the table. */
export const ROUTE_IDS = Object.keys(ROWS);

/** Facts that the verdict of a route reads. */
export function factsReadBy(routeId: string): string[] {
  const { situation, arrange, conflict, disputed } = rowOf(routeId);
  return [...[...situation, ...(arrange ?? [])].map(([fact]) => fact), ...(conflict?.reads ?? []), ...(disputed?.reads ?? [])];
}

export function secondOpinion(routeId: string, known: Known, day: string): RouteStatus {
  const { situation, arrange = [], from = '', to = '9999-12-31', open, conflict, disputed } = rowOf(routeId);
  const fails = ([fact, ...values]: [string, ...FactValue[]]): boolean => known[fact] !== undefined && !values.includes(known[fact]);
  const isUnknown = ([fact]: [string, ...FactValue[]]): boolean => known[fact] === undefined;
  if (situation.some(fails)) return 'niet-van-toepassing';
  if (day < from) return 'nog-niet';
  if (day > to) return 'verlopen';
  if (conflict?.holds(known)) return 'conflict';
  if (open?.(day) || situation.some(isUnknown)) return 'onbekend';
  if (disputed?.holds(known)) return 'betwist';
  if (arrange.some(fails)) return 'nog-niet';
  return arrange.some(isUnknown) ? 'onbekend' : 'van-toepassing';
}

function rowOf(routeId: string): Row {
  const row = ROWS[routeId];
  if (row === undefined) throw new Error(`The second evaluator has no row for route ${routeId}: add one to ROWS`);
  return row;
}
