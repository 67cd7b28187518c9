import type { Answer } from '../../../server/contract.ts';
import { ROUTE_IDS } from '../../load/evaluation-case.ts';
import { partsOf, routeLine, textOf } from './answer-parts.ts';
import { answered, type Asked } from './answering.ts';
import type { BadSystem } from './bad-system.ts';

const routing = (change: (routes: Answer['routes'], context: Asked) => Answer['routes']): BadSystem['make'] =>
  answered((answer, context) => {
    const routes = change(answer.routes, context);
    return { ...answer, routes, answer: textOf({ ...partsOf(answer), routes: routes.map(routeLine) }) };
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
    mustFailBy: ['routesRight'],
    make: routing((routes, { asked }) => [...routes, ...ROUTE_IDS.filter((id) => !asked.routes.includes(id)).map((id) => ({ id, title: id, status: 'van-toepassing' as const }))]),
  },
];

/** A name in the own words counts as named too. */
const withoutRouteNames = (text: string): string =>
  text.replace(/^(?!> ).*$/gmu, (line) => line.replace(/\b(?:PGAZ|O&I|ADZ|SOP|ZPM|segment 3|S3|meedenkadvies|zorgprestatiemodel|Wlz)(?![\p{L}\d])/giu, 'deze regeling'));
