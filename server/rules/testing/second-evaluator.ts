import type { FactValue, RouteStatus } from '../../contract.ts';

/**
 * A second opinion: the verdicts once more, from a table written from the prose of the design, sharing nothing with the
 * rule data or the evaluator. Tests compare the two. A new route is one more row.
 */
export type Known = Record<string, FactValue | undefined>;

/** A fact with the values asked for; of several in a list one suffices. */
type Requirement = [fact: string, ...FactValue[]] | Either;
interface Either {
  either: [fact: string, ...FactValue[]][];
}

interface Row {
  /** A fact with the values that the situation asks for. */
  situation: Requirement[];
  /** A fact with the values that must be arranged. */
  arrange?: [fact: string, ...FactValue[]][];
  /** First and last day on which the route is in force; open when left out. */
  from?: string;
  to?: string;
  /** Days that the sources leave open. */
  open?: (day: string) => boolean;
  /** Situations that the sources leave open. */
  silent?: { reads: string[]; holds: (known: Known) => boolean };
  conflict?: { reads: string[]; holds: (known: Known) => boolean };
  disputed?: { reads: string[]; holds: (known: Known) => boolean };
}

const ZVW: [string, FactValue] = ['domein', 'zvw'];
const GROUP: [string, ...FactValue[]] = ['onderwerp', 'groep', 'hybride'];
const PATIENT: [string, ...FactValue[]] = ['onderwerp', 'individu', 'hybride'];
const ONE_PATIENT: [string, FactValue] = ['onderwerp', 'individu'];
const TREATED: [string, FactValue] = ['patientInBehandeling', true];
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
    arrange: [['pgazOvereenkomst', 'ja'], ['conformBeschikking', true]],
    from: '2024-05-01',
    to: '2029-05-01',
    open: (day) => day === '2029-05-01',
    conflict: {
      reads: ['oiOvereenkomst', 'huisartsenDoenMee'],
      holds: (known) => known['oiOvereenkomst'] === 'ja' && known['huisartsenDoenMee'] !== false,
    },
    silent: {
      reads: ['sector', 'fysioUitBasisverzekering'],
      holds: (known) => known['sector'] === 'fysiotherapie' && known['fysioUitBasisverzekering'] === false,
    },
    disputed: { reads: ['meerdereSectoren'], holds: (known) => known['meerdereSectoren'] === false },
  },
  oi: {
    situation: [ZVW, ['huisartsenDoenMee', true], ['samenwerkingsverband', true]],
    arrange: [['oiOvereenkomst', 'ja']],
    conflict: { reads: ['pgazOvereenkomst'], holds: (known) => known['pgazOvereenkomst'] === 'ja' },
  },
  adz: { situation: [ZVW], arrange: [['eigenAdzPrestatie', true], ['adzOvereenkomst', 'ja']] },
  sop: { situation: [ZVW, ONE_PATIENT, ['zorgpadIndividu', true]], open: always },
  meedenkadvies: { situation: [ZVW, ONE_PATIENT, ['meedenkvraag', true]], from: '2026-01-01', open: always },
  'segment-3': { situation: [ZVW, ONE_PATIENT, ['meedenkvraag', true]], arrange: [['segment3Afspraak', true]], open: (day) => day > '2025-12-31' },
  'zpm-indirecte-tijd': { situation: [['sector', 'ggz', 'forensisch'], { either: [ZVW, ['sector', 'forensisch']] }, PATIENT, TREATED] },
  'regulier-tarief': { situation: [ZVW, ['sector', 'huisartsenzorg', 'medisch-specialistisch', 'verpleging-verzorging', 'anders'], PATIENT, TREATED] },
  fysiotherapie: { situation: [ZVW, ['sector', 'fysiotherapie'], PATIENT, ['fysioUitBasisverzekering', true]] },
  'wlz-dos': { situation: [['domein', 'wlz'], GROUP], open: always },
  'wlz-individu': { situation: [['domein', 'wlz'], PATIENT], open: always },
  'sociaal-domein': {
    situation: [['domein', 'sociaal-domein']],
    arrange: [['gemeenteBetaalt', true]],
    silent: { reads: ['onderwerp'], holds: (known) => known['onderwerp'] === 'individu' },
  },
};

/** Routes of the table. */
export const ROUTE_IDS = Object.keys(ROWS);

/** Facts that the verdict of a route reads. */
export function factsReadBy(routeId: string): string[] {
  const { situation, arrange = [], conflict, silent, disputed } = rowOf(routeId);
  const asked = [...situation, ...arrange].flatMap((item) => ('either' in item ? item.either : [item])).map(([fact]) => fact);
  return [...asked, ...[conflict, silent, disputed].flatMap((exception) => exception?.reads ?? [])];
}

/** The status, with whose answer lacks when it is onbekend: `onbekend feit` or `onbekend bronnen`. */
export function secondOpinion(routeId: string, known: Known, day: string): Exclude<RouteStatus, 'onbekend'> | 'onbekend feit' | 'onbekend bronnen' {
  const { situation, arrange = [], from = '', to = '9999-12-31', open, conflict, silent, disputed } = rowOf(routeId);
  const fails = (item: Requirement): boolean => {
    if ('either' in item) return item.either.every(fails);
    const [fact, ...values] = item;
    return known[fact] !== undefined && !values.includes(known[fact]);
  };
  const holds = (item: Requirement): boolean => {
    if ('either' in item) return item.either.some(holds);
    const [fact, ...values] = item;
    return known[fact] !== undefined && values.includes(known[fact]);
  };
  const isUnknown = (item: Requirement): boolean => !fails(item) && !holds(item);
  if (situation.some(fails)) return 'niet-van-toepassing';
  if (day < from) return 'nog-niet';
  if (day > to) return 'verlopen';
  if (conflict?.holds(known)) return 'conflict';
  if (open?.(day) || silent?.holds(known)) return 'onbekend bronnen';
  if (situation.some(isUnknown)) return 'onbekend feit';
  if (disputed?.holds(known)) return 'betwist';
  if (arrange.some(fails)) return 'nog-niet';
  return arrange.some(isUnknown) ? 'onbekend feit' : 'van-toepassing';
}

function rowOf(routeId: string): Row {
  const row = ROWS[routeId];
  if (row === undefined) throw new Error(`The second evaluator has no row for route ${routeId}: add one to ROWS`);
  return row;
}
