import type { Answer } from '../../../server/contract.ts';
import { ROUTE_IDS, type CaseSituation } from '../../load/evaluation-case.ts';
import { partsOf, routeLine, textOf } from './answer-parts.ts';
import { answered, answering, type Asked } from './answering.ts';
import type { BadSystem } from './bad-system.ts';
import { withSituation } from './ideal-answer.ts';
import { isEnglish } from './opening-words.ts';

const routing = (change: (routes: Answer['routes'], context: Asked) => Answer['routes']): BadSystem['make'] =>
  answered((answer, context) => {
    const routes = change(answer.routes, context);
    return { ...answer, routes, answer: textOf({ ...partsOf(answer), routes: routes.map((route) => routeLine(route, isEnglish(context.asked.question))) }) };
  });

/** Sends people to the wrong money. */
export const WRONG_ROUTES: readonly BadSystem[] = [
  {
    id: 'wrong-routes',
    label: 'Noemt andere routes dan die spelen',
    mustFailBy: ['routesRight'],
    make: routing((routes, { asked }) => {
      const others = ROUTE_IDS.filter((id) => !asked.routes.includes(id));
      return routes.map((_, at) => ({ id: others[at]!, title: others[at]!, status: 'van-toepassing' }));
    }),
  },
  {
    id: 'no-routes',
    label: 'Noemt geen routes',
    mustFailBy: ['routesRight'],
    make: answered((answer) => ({ ...answer, routes: [], answer: withoutRouteNames(textOf({ ...partsOf(answer), routes: [] })) })),
  },
  { id: 'routes-status', label: 'De goede routes met een status die niet uit de regels volgt', mustFailBy: ['routesRight'], make: routing((routes) => routes.map((route) => ({ ...route, status: route.status === 'verlopen' ? 'van-toepassing' : 'verlopen' }))) },
  {
    id: 'all-routes',
    label: 'Noemt bij elke vraag alle routes',
    mustFailBy: ['routesRight', 'routesPrecise', 'words'],
    make: routing((routes, { asked }) => [...routes, ...ROUTE_IDS.filter((id) => !asked.routes.includes(id)).map((id) => ({ id, title: id, status: 'van-toepassing' as const }))]),
  },
];

const situating = (change: (situation: CaseSituation) => Pick<CaseSituation, 'told' | 'outcome'>): BadSystem['make'] =>
  answering((answer, { asked }) => (asked.situation ? withSituation({ ...answer, routes: answer.routes.map((route) => ({ ...route, status: 'onbekend' })) }, change(asked.situation)) : answer));

/** Does not understand whoever tells about the own situation. */
export const DEAF_TO_SITUATION: readonly BadSystem[] = [
  { id: 'facts-misread', label: 'Begrijpt de eigen situatie verkeerd', mustFailBy: ['factsWrong', 'factsRight'], make: situating(({ told, outcome }) => ({ told: Object.fromEntries(Object.entries(told).map(([fact, value]) => [fact, typeof value === 'boolean' ? !value : 'anders'])), outcome })) },
  { id: 'facts-ignored', label: 'Luistert niet naar de eigen situatie', mustFailBy: ['factsRight'], make: situating(({ outcome }) => ({ told: {}, outcome })) },
  { id: 'never-decides', label: 'Beslist nooit welke route geldt', mustFailBy: ['situationDecided'], make: situating(({ told, outcome }) => ({ told, outcome: Object.fromEntries(Object.keys(outcome).map((route) => [route, 'onbekend' as const])) })) },
  { id: 'decides-wrongly', label: 'Beslist de verkeerde route', mustFailBy: ['situationDecided'], make: situating(({ told, outcome }) => ({ told, outcome: Object.fromEntries(Object.entries(outcome).map(([route, status]) => [route, status === 'van-toepassing' ? ('niet-van-toepassing' as const) : ('van-toepassing' as const)])) })) },
];

/** A name in the own words counts as named too. */
const withoutRouteNames = (text: string): string =>
  text.replace(/^(?!> ).*$/gmu, (line) => line.replace(/\b(?:PGAZ|O&I|ADZ|SOP|ZPM|segment 3|S3|meedenkadvies|zorgprestatiemodel|Wlz)(?![\p{L}\d])/giu, 'deze regeling'));
