import type { FactValue, RouteStatus } from '../../contract.ts';

/**
 * A second opinion: the verdicts once more, as straight code from the prose of the design, route by route,
 * sharing nothing with the rule data or the evaluator. Tests compare the two.
 */
export type Known = Record<string, FactValue | undefined>;

const yes = 1;
const no = -1;
const dunno = 0;

export function secondOpinion(f: Known, day: string): Record<string, RouteStatus> {
  const isOneOf = (fact: string, ...values: FactValue[]): number => {
    const value = f[fact];
    if (value === undefined) return dunno;
    return values.includes(value) ? yes : no;
  };
  const holds = (fact: string): number => isOneOf(fact, true);
  const fails = (fact: string): number => isOneOf(fact, false);
  const zvw = isOneOf('domein', 'zvw');
  const aboutGroup = isOneOf('onderwerp', 'groep', 'hybride');
  const aboutPatient = isOneOf('onderwerp', 'individu', 'hybride');
  const onlyPatient = isOneOf('onderwerp', 'individu');
  const contract = isOneOf('overeenkomst', 'ja');

  return {
    pgaz: ((): RouteStatus => {
      const situation = [
        aboutGroup,
        zvw,
        holds('zorgbehoefteVastgesteld'),
        holds('complexiteit'),
        holds('tenDienstVanZvwZorg'),
        holds('verzekerdenInZorg'),
        fails('alVergoed'),
      ];
      if (situation.includes(no)) return 'niet-van-toepassing';
      if (day < '2024-05-01') return 'nog-niet';
      if (day > '2029-05-01') return 'verlopen';
      if (f['oiVoorZelfdeSamenwerking'] === true && f['huisartsenDoenMee'] !== false) return 'conflict';
      if (day === '2029-05-01') return 'onbekend';
      if (situation.includes(dunno)) return 'onbekend';
      if (f['meerdereSectoren'] === false) return 'betwist';
      const arranged = [contract, holds('conformBeschikking')];
      if (arranged.includes(no)) return 'nog-niet';
      if (arranged.includes(dunno)) return 'onbekend';
      return 'van-toepassing';
    })(),

    oi: ((): RouteStatus => {
      const doctors = holds('huisartsenDoenMee');
      if (zvw === no || doctors === no) return 'niet-van-toepassing';
      if (f['pgazVoorZelfdeSamenwerking'] === true) return 'conflict';
      if (zvw === dunno || doctors === dunno) return 'onbekend';
      if (contract === no) return 'nog-niet';
      return contract === dunno ? 'onbekend' : 'van-toepassing';
    })(),

    adz: ((): RouteStatus => {
      if (zvw === no) return 'niet-van-toepassing';
      if (zvw === dunno) return 'onbekend';
      const own = holds('eigenAdzPrestatie');
      if (own === no || contract === no) return 'nog-niet';
      return own === dunno || contract === dunno ? 'onbekend' : 'van-toepassing';
    })(),

    sop: [zvw, onlyPatient, holds('zorgpadIndividu')].includes(no) ? 'niet-van-toepassing' : 'onbekend',

    meedenkadvies: ((): RouteStatus => {
      if ([zvw, onlyPatient, holds('meedenkvraag')].includes(no)) return 'niet-van-toepassing';
      return day < '2026-01-01' ? 'nog-niet' : 'onbekend';
    })(),

    'segment-3': ((): RouteStatus => {
      const situation = [zvw, onlyPatient, holds('meedenkvraag')];
      if (situation.includes(no)) return 'niet-van-toepassing';
      if (day > '2025-12-31') return 'onbekend';
      if (situation.includes(dunno)) return 'onbekend';
      const agreed = holds('segment3Afspraak');
      if (agreed === no) return 'nog-niet';
      return agreed === dunno ? 'onbekend' : 'van-toepassing';
    })(),

    'zpm-indirecte-tijd': simple(zvw, isOneOf('sector', 'ggz'), aboutPatient, holds('patientInBehandeling')),

    'regulier-tarief': simple(
      zvw,
      isOneOf('sector', 'huisartsenzorg', 'medisch-specialistisch', 'verpleging-verzorging', 'anders'),
      aboutPatient,
      holds('patientInBehandeling'),
    ),

    fysiotherapie: simple(zvw, isOneOf('sector', 'fysiotherapie'), aboutPatient, holds('fysioUitBasisverzekering')),

    'wlz-dos': [isOneOf('domein', 'wlz'), aboutGroup].includes(no) ? 'niet-van-toepassing' : 'onbekend',

    'sociaal-domein': simple(isOneOf('domein', 'sociaal-domein'), aboutGroup),
  };
}

/** A route with only conditions on the situation that is always in force. */
function simple(...situation: number[]): RouteStatus {
  if (situation.includes(no)) return 'niet-van-toepassing';
  return situation.includes(dunno) ? 'onbekend' : 'van-toepassing';
}
