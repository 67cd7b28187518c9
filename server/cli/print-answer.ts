import type { Answer, Citation } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import { endOfForce } from '../corpus/validity.ts';
import { renderMarkdown, type Colours } from './markdown.ts';

/**
 * An answer for people at a terminal: the answer with its quotes, where each quote stands, what to keep in mind.
 * @param width columns
 */
export function printAnswer({ answer, citations, notices }: Answer, width: number, colours: Colours): string {
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', colours.bold(title), ...lines]);
  return [
    renderMarkdown(answer, width, colours),
    ...section('Bronnen', citations.map((citation) => source(citation, width, colours))),
    ...section('Let op', notices.map((notice) => renderMarkdown(`- ${notice.replace(/^Let op: /, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}`, width, colours))),
    '',
    colours.dim('Een computer maakt het antwoord. Lees de bron voordat u een besluit neemt.'),
  ].join('\n');
}

/** "[1] Handleiding PGAZ, pagina 4, Contractvereiste (handreiking)" */
function source(citation: Citation, width: number, colours: Colours): string {
  const { n, title, page, section, status } = citation;
  const end = endOfForce(citation, dayInAmsterdam(new Date()));
  const place = [title, `pagina ${page}`, ...(section === '' ? [] : [section])].join(', ');
  return renderMarkdown(`[${n}] ${place.replace(/[\\`*_[\]]/g, '\\$&')} (${status}${end === undefined ? '' : `, ${end}`})`, width, colours);
}
