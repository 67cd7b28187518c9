import type { Block, Citation } from '../contract.ts';
import { paragraph, text, type BlockOf, type Part, type Run } from './answer-part.ts';
import type { AnswerWords } from './answer-words.ts';
import { fill, routeStatus, unknownBecause } from './labels.ts';

/** What was understood of a situation, and the routes beside it. */
export interface Routes {
  type: 'routes';
  situation?: BlockOf<'situation'>;
  routes: BlockOf<'route'>[];
}

/** Pages of the product that an answer may lead to: a source, or the guided check with what the question told. */
const isOwnPage = (address: string): boolean => /^\/(?:bronnen\/|check(?:[#/?]|$))/.test(address);

/**
 * What was understood is said, never silently used. Of the asker's own situation the routes beside the leading one, and last
 * the question back: who answers it by typing sends this text along. Else the way to the rule check stands below the routes.
 */
export function routeParts({ situation, routes }: Routes, words: AnswerWords, citations: readonly Citation[] = []): Part[] {
  const { understood = [], link, routes: all, ask } = situation ?? {};
  const others = all?.slice(1).filter(({ status }) => status !== 'niet-van-toepassing' && status !== 'verlopen') ?? [];
  return [
    ...(understood.length === 0 ? [] : [paragraph({ type: 'strong', text: words.understood }, text(` ${understood.join(' ')}`))]),
    ...(routes.length === 0 ? [] : [{ type: 'list' as const, items: routes.map((route) => routeRuns(route, words)) }]),
    ...(others.length === 0 ? [] : [paragraph({ type: 'strong', text: words.alsoRoutes }, text(' '), ...others.flatMap((route, at) => otherRuns(route, at, citations)))]),
    ...(link === undefined || !isOwnPage(link) ? [] : [paragraph({ type: 'link', text: words.toCheck, address: link })]),
    ...(ask === undefined ? [] : [paragraph({ type: 'strong', text: ask.question })]),
  ];
}

type SituationRoute = NonNullable<BlockOf<'situation'>['routes']>[number];

function otherRuns({ title, status, because, citations: numbers }: SituationRoute, at: number, citations: readonly Citation[]): Run[] {
  const { name } = because === undefined ? routeStatus[status] : unknownBecause[because];
  const markers = citations.filter(({ n }) => numbers.includes(n)).flatMap((citation): Run[] => [text(' '), { type: 'marker', citation }]);
  return [text(`${at === 0 ? '' : '; '}${title}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`), ...markers];
}

function routeRuns({ title, status, open }: BlockOf<'route'>, words: AnswerWords): Run[] {
  const needed = open.length === 0 ? '' : ` ${fill(words.needed, { questions: open.join(' ') })}`;
  return [{ type: 'strong', text: title }, text(`: ${routeStatus[status].name}.${needed}`)];
}

/** Neighbouring blocks about routes become one. */
export function withRoutesTogether(blocks: readonly Block[]): (Exclude<Block, { type: 'route' | 'situation' }> | Routes)[] {
  const result: ReturnType<typeof withRoutesTogether> = [];
  for (const block of blocks) {
    if (block.type !== 'route' && block.type !== 'situation') {
      result.push(block);
      continue;
    }
    const last = result.at(-1);
    const group: Routes = last?.type === 'routes' ? last : { type: 'routes', routes: [] };
    if (group !== last) result.push(group);
    if (block.type === 'route') group.routes.push(block);
    else group.situation = block;
  }
  return result;
}
