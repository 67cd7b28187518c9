import type { RouteStatus } from '../contract.ts';
import { conditionInWords } from './condition-in-words.ts';
import { decisionOrder } from './decision-order.ts';
import { phasesOf, type PhaseKind } from './period.ts';
import { inWords } from './reason.ts';
import type { ConditionKind, Fact, Route } from './rule-set.ts';
import { reachableLines } from './reachable-lines.ts';

export interface DecisionRow {
  line: number;
  /** Dutch, names the facts and days of this route. */
  when: string;
  status: RouteStatus;
}

/** The order of decisions filled in for one route, without the lines that can never decide it. */
export function decisionRows(route: Route, facts: readonly Fact[]): DecisionRow[] {
  const reachable = reachableLines(route, facts);
  const when: Record<number, string> = {
    1: anyOf(route, 'situatie', 'is niet voldaan'),
    2: dates(route, ['before']),
    3: dates(route, ['after']),
    4: anyOf(route, 'keuze', 'is niet voldaan'),
    5: [dates(route, ['undecided', 'proposal', 'intention']), silences(route)].filter((part) => part !== '').join(' of '),
    6: anyOf(route, 'situatie', 'is onbekend'),
    7: anyOf(route, 'betwist', 'is niet voldaan'),
    8: anyOf(route, 'regelen', 'is niet voldaan'),
    9: anyOf(route, 'regelen', 'is onbekend'),
    10: 'in alle andere gevallen',
  };
  return decisionOrder
    .filter(({ line }) => reachable.has(line))
    .map(({ line, status }) => ({ line, status, when: when[line] ?? '' }));
}

function anyOf({ conditions }: Route, kind: ConditionKind, verdict: string): string {
  const list = conditions.filter((condition) => condition.kind === kind).map((condition) => conditionInWords(condition.when));
  return list.length === 1 ? `${list[0]}: ${verdict}` : `een van deze ${verdict}:<br>${list.join('<br>')}`;
}

function silences({ conditions }: Route): string {
  const list = conditions.filter(({ kind }) => kind === 'onbeslist').map(({ when }) => conditionInWords(when));
  return list.length === 0 ? '' : `de bronnen zwijgen als dit niet zo is: ${list.join('<br>')}`;
}

function dates({ periods }: Route, kinds: PhaseKind[]): string {
  return phasesOf(periods)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, period: { from, to } }) => {
      if (kind === 'before') return `de datum ligt vóór ${inWords(from ?? '')}`;
      if (kind === 'after') return `de datum ligt na ${inWords(to ?? '')}`;
      if (from === undefined && to === undefined) return kind === 'undecided' ? 'altijd: de bronnen beslissen niet' : 'altijd: de bronnen kennen de route alleen als voorstel';
      if (from === to) return `de datum is ${inWords(from ?? '')}`;
      return [from && `vanaf ${inWords(from)}`, to && `tot en met ${inWords(to)}`].filter(Boolean).join(' ');
    })
    .join(' of ');
}
