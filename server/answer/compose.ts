import type { Citation } from '../contract.ts';
import { headingPathAt, sectionAt } from '../corpus/citation.ts';
import { pageAt, type CanonicalDocument } from '../corpus/document.ts';
import { dutchDate } from '../corpus/dates.ts';

/** Where to turn when the sources do not answer. One constant: tests and clients recognise it. */
export const NOT_IN_SOURCES = 'Dat staat niet in de bronnen.';
export const WHERE_TO_TURN =
  'Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.';

/** Who speaks at an offset: "de handleiding PGAZ (juli 2024)", or the part with a voice of its own. */
export function sourceName(document: CanonicalDocument, offset: number): string {
  return `${speaker(document, offset)} (${dutchDate(document.published).replace(/\s*\((.*)\)$/, ', $1')})`;
}

function speaker(document: CanonicalDocument, offset: number): string {
  const [chapter = ''] = headingPathAt(document, offset);
  return document.parts?.find(({ heading }) => chapter.startsWith(heading))?.name ?? document.shortTitle;
}

/**
 * The answer as Dutch Markdown: who says it, then the quote in quotation marks with its marker.
 * Nothing is said that is not quoted.
 */
export function composeAnswer(citations: readonly Citation[], documents: ReadonlyMap<string, CanonicalDocument>): string {
  const said = new Set<string>();
  let last = '';
  const paragraphs = citations.map((citation, i) => {
    const document = documents.get(citation.documentId)!;
    const name = speaker(document, citation.start);
    const introduction = introduce(sourceName(document, citation.start), name, { first: i === 0, again: last === name, known: said.has(name) });
    said.add(name);
    last = name;
    return `${introduction}${quoted(citation)}`;
  });
  return paragraphs.join('\n\n');
}

function introduce(dated: string, name: string, { first, again, known }: { first: boolean; again: boolean; known: boolean }): string {
  if (first) return `Volgens ${dated}:`;
  if (again) return 'Daar staat ook:';
  return known ? `Verder volgens ${name}:` : `En volgens ${dated}:`;
}

/** A quote of one paragraph stands in the line, a list as a block; the words are never touched. */
function quoted({ quote, n }: Citation): string {
  if (!quote.includes('\n')) return ` “${escapeMarkdown(quote)}” [${n}]`;
  const lines = quote.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return `\n\n${lines.join('  \n')} [${n}]`;
}

/** Characters that Markdown would read as its own are shown as they are. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([-+#])(?=\s)/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}

/** Names the part of a question that the sources leave open. */
export function composeUnanswered(part: string): string {
  return `Over dit deel van uw vraag zeggen de bronnen niets: “${escapeMarkdown(part)}” ${WHERE_TO_TURN}`;
}

/** Says that the sources do not answer, where to turn, and what lies nearest. */
export function composeAbstention(nearest?: { document: CanonicalDocument; offset: number }): string {
  return nearest ? `${NOT_IN_SOURCES} ${WHERE_TO_TURN}

${nearby(nearest)}` : `${NOT_IN_SOURCES} ${WHERE_TO_TURN}`;
}

function nearby({ document, offset }: { document: CanonicalDocument; offset: number }): string {
  const section = sectionAt(document, offset);
  const place = `pagina ${pageAt(document.pageStarts, offset)}${section ? `, onder “${section}”` : ''}`;
  return `Het dichtst in de buurt komt ${sourceName(document, offset)}, ${place}. Daar staat het antwoord op uw vraag niet.`;
}
