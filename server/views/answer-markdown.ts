import type { Block, Citation, Place } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { routeStatus } from './labels.ts';
import { NOT_IN_SOURCES, WHERE_TO_TURN } from './not-in-sources.ts';

export { noticeText } from './notice-text.ts';

/**
 * An answer as Dutch Markdown; notices and terms stand beside it (`noticeText`). More blocks at the end only add text at
 * the end, as long as a situation comes together with its routes: so it can be sent piece by piece.
 */
export function answerMarkdown(blocks: readonly Block[], citations: readonly Citation[]): string {
  const introduce = introductions();
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const routes = blocks.filter((block) => block.type === 'route');
  const hasSituation = blocks.some(({ type }) => type === 'situation');
  return blocks
    .flatMap((block) => {
      switch (block.type) {
        case 'quote': {
          const citation = byNumber.get(block.n);
          return citation ? [`${introduce(block.source, citation.published)}${quoted(citation)}`] : [];
        }
        case 'statement':
          return [`${escapeMarkdown(block.text)} ${block.citations.map((n) => `[${n}]`).join('')}`];
        case 'gap':
          return [`Over dit deel van uw vraag zeggen de bronnen niets: “${escapeMarkdown(block.question)}” ${WHERE_TO_TURN}`];
        case 'refusal':
          return [`${NOT_IN_SOURCES} ${WHERE_TO_TURN}`, ...(block.nearest ? [nearby(block.nearest)] : [])];
        case 'situation':
          return [
            `**Uit uw vraag begrepen:** ${block.understood.join(' ')}`,
            ...routeList(routes),
            `[Ga na wat er geldt in de regelcheck](${block.link})`,
          ];
        case 'route':
          // In their situation, where there is one.
          return hasSituation || block !== routes[0] ? [] : routeList(routes);
        case 'notice':
        case 'term':
          return [];
      }
    })
    .join('\n\n');
}

/** "De handleiding PGAZ (juli 2024)"; words in the date lose their brackets. */
export function datedSource(source: string, published: string): string {
  return `${source} (${dutchDate(published).replace(/\s*\((.*)\)$/, ', $1')})`;
}

/** Says who speaks, in full the first time only. */
function introductions(): (source: string, published: string) => string {
  const said = new Set<string>();
  let last: string | undefined;
  return (source, published) => {
    const [first, again, known] = [last === undefined, last === source, said.has(source)];
    said.add(source);
    last = source;
    if (first) return `Volgens ${datedSource(source, published)}:`;
    if (again) return 'Daar staat ook:';
    return known ? `Verder volgens ${source}:` : `En volgens ${datedSource(source, published)}:`;
  };
}

/** A quote of one paragraph stands in the line, a list as a block; the words are never touched. */
function quoted({ quote, n }: Citation): string {
  if (!quote.includes('\n')) return ` “${escapeMarkdown(quote)}” [${n}]`;
  const lines = quote.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return `\n\n${lines.join('  \n')} [${n}]`;
}

function nearby({ source, published, page, section }: Place): string {
  const place = `pagina ${page}${section ? `, onder “${section}”` : ''}`;
  return `Het dichtst in de buurt komt ${datedSource(source, published)}, ${place}. Daar staat het antwoord op uw vraag niet.`;
}

/** Each route with its status and what is still to be known, as one list. */
function routeList(routes: readonly Extract<Block, { type: 'route' }>[]): string[] {
  const lines = routes.map(
    ({ title, status, open }) => `- **${title}**: ${routeStatus[status].name}.${open.length > 0 ? ` Nog nodig: ${open.join(' ')}` : ''}`,
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** Characters that Markdown would read as its own are shown as they are. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([-+#])(?=\s)/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
