import type { Block, Citation } from '../contract.ts';
import { paragraph, text, type BlockOf, type Part, type Run } from './answer-part.ts';
import type { AnswerWords } from './answer-words.ts';
import { fill, routeStatus } from './labels.ts';
import { askPart, factsPart, routesParts } from './situation-parts.ts';

/** What was understood of a situation, and the routes beside it. */
export interface Routes {
  type: 'routes';
  situation?: BlockOf<'situation'>;
  routes: BlockOf<'route'>[];
}

/** Pages of the product that an answer may lead to: a source, the guided check or a plan with what the question told. */
const isOwnPage = (address: string): boolean => /^\/(?:bronnen\/|(?:check|plan)(?:[#/?]|$))/.test(address);

/**
 * What was understood is said, never silently used. Of the asker's own situation the routes beside the one that leads, the way
 * to all conditions, and last the question back: who answers it by typing sends this text along.
 * @param leadId of the route that the answer begins with
 */
export function routeParts({ situation, routes }: Routes, words: AnswerWords, citations: readonly Citation[] = [], leadId?: string): Part[] {
  const { understood = [], facts, link, routes: all, plan } = situation ?? {};
  const toCheck = all === undefined ? words.toCheck : words.allConditions;
  return [
    ...(understood.length === 0 || facts !== undefined ? [] : [paragraph({ type: 'strong', text: words.understood }, text(` ${understood.join(' ')}`))]),
    ...(situation === undefined ? [] : factsPart(situation, words)),
    ...(plan === undefined ? [] : planParts(plan, words)),
    ...(routes.length === 0 ? [] : [{ type: 'list' as const, items: routes.map((route) => routeRuns(route, words)) }]),
    ...(situation === undefined ? [] : routesParts(situation, words, citations, leadId)),
    ...(link === undefined || !isOwnPage(link) ? [] : [paragraph({ type: 'link', text: toCheck, address: link })]),
    ...(situation === undefined ? [] : askPart(situation)),
  ];
}

type Plan = NonNullable<BlockOf<'situation'>['plan']>;

/** Who takes part, as understood, and the way to a plan for them. */
function planParts({ participants, link }: Plan, words: AnswerWords): Part[] {
  if (!isOwnPage(link)) return [];
  const names = participants.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`));
  const listed = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1) ?? ''}`;
  return [paragraph(text(`${fill(words.network, { participants: listed })} `), { type: 'link', text: words.toPlan, address: link })];
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
