import type { Block, Citation } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { answerWords } from './answer-words.ts';
import { fill, routeStatus } from './labels.ts';

/** Words of an answer with what they are; every renderer gives each kind its own look. */
export type Run =
  | { type: 'text' | 'strong'; text: string }
  /** A source's own words. */
  | { type: 'quote'; text: string }
  | { type: 'marker'; citation: Citation }
  /** To a page of the product. */
  | { type: 'link'; text: string; address: string };

export type Part =
  | { type: 'paragraph'; runs: Run[] }
  /** A quote of several lines, such as a list. */
  | { type: 'quote'; lines: string[]; citation: Citation }
  | { type: 'list'; items: Run[][] };

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Pages of the product that an answer may lead to: a source, or the guided check with what the question told. */
const isOwnPage = (address: string): boolean => /^\/(?:bronnen\/|check(?:[#/?]|$))/.test(address);

/**
 * The running text of an answer. What rests on a citation that is not there is left out: nothing is said without its proof.
 * Notices and terms stand apart, and a block of a kind that a newer server may send is passed over.
 */
export function answerBody(blocks: readonly Block[], citations: readonly Citation[]): Part[] {
  const cited = (n: number): Citation[] => citations.filter((citation) => citation.n === n);
  const speakers = new Speakers();
  const parts: Part[] = [];
  for (const block of withRoutesTogether(blocks)) {
    switch (block.type) {
      case 'quote':
        for (const citation of cited(block.n)) parts.push(...quoteParts(speakers.introduce(block.source, citation), citation));
        continue;
      case 'statement': {
        const markers = block.citations.flatMap(cited).map((citation): Run => ({ type: 'marker', citation }));
        if (markers.length > 0) parts.push(paragraph(text(`${block.text} `), ...markers));
        break;
      }
      case 'gap':
        parts.push(paragraph(text(`${fill(answerWords.gap, { part: block.question })} ${answerWords.whereToTurn}`)));
        break;
      case 'refusal':
        parts.push(...refusalParts(block));
        break;
      case 'routes':
        parts.push(...routeParts(block));
        break;
      default:
    }
    speakers.interrupt();
  }
  return parts;
}

const text = (words: string): Run => ({ type: 'text', text: words });
const paragraph = (...runs: Run[]): Part => ({ type: 'paragraph', runs });

/** Says who speaks, without saying it twice in a row. */
class Speakers {
  readonly #said = new Set<string>();
  #last = '';

  introduce(source: string, { published }: Citation): string {
    const again = this.#last === source;
    const known = this.#said.has(source);
    const first = this.#said.size === 0;
    this.#said.add(source);
    this.#last = source;
    if (again) return answerWords.again;
    if (known) return fill(answerWords.further, { source });
    return fill(first ? answerWords.first : answerWords.next, { source: dated(source, published) });
  }

  /** Something else was said: "daar" would not be understood. */
  interrupt(): void {
    this.#last = '';
  }
}

/** "de handleiding PGAZ (juli 2024)"; "zonder datum (vergaderjaar 2023–2024)" needs no second pair of brackets. */
function dated(source: string, published: string): string {
  return `${source} (${dutchDate(published).replace(/\s*\((.*)\)$/, ', $1')})`;
}

/** A quote of one paragraph stands in the line, a list as a block; the words are never touched. */
function quoteParts(introduction: string, citation: Citation): Part[] {
  const { quote } = citation;
  if (quote.includes('\n')) return [paragraph(text(introduction)), { type: 'quote', lines: quote.split('\n'), citation }];
  return [paragraph(text(`${introduction} `), { type: 'quote', text: `“${quote}”` }, text(' '), { type: 'marker', citation })];
}

function refusalParts({ nearest }: BlockOf<'refusal'>): Part[] {
  const said = [paragraph(text(`${answerWords.notInSources} ${answerWords.whereToTurn}`))];
  if (nearest === undefined) return said;
  const { source, published, page, section } = nearest;
  const words = section === '' ? answerWords.nearest : answerWords.nearestSection;
  return [...said, paragraph(text(fill(words, { source: dated(source, published), page, section })))];
}

/** What was understood of a situation, and the routes beside it. */
interface Routes {
  type: 'routes';
  situation?: BlockOf<'situation'>;
  routes: BlockOf<'route'>[];
}

/** What was understood is said, never silently used; the way to the rule check stands below the routes. */
function routeParts({ situation, routes }: Routes): Part[] {
  const { understood = [], link } = situation ?? {};
  return [
    ...(understood.length === 0 ? [] : [paragraph({ type: 'strong', text: answerWords.understood }, text(` ${understood.join(' ')}`))]),
    ...(routes.length === 0 ? [] : [{ type: 'list' as const, items: routes.map(routeRuns) }]),
    ...(link === undefined || !isOwnPage(link) ? [] : [paragraph({ type: 'link', text: answerWords.toCheck, address: link })]),
  ];
}

function routeRuns({ title, status, open }: BlockOf<'route'>): Run[] {
  const needed = open.length === 0 ? '' : ` ${fill(answerWords.needed, { questions: open.join(' ') })}`;
  return [{ type: 'strong', text: title }, text(`: ${routeStatus[status].name}.${needed}`)];
}

/** Neighbouring blocks about routes become one. */
function withRoutesTogether(blocks: readonly Block[]): (Exclude<Block, { type: 'route' | 'situation' }> | Routes)[] {
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
