import type { Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { publishedLabel } from '../corpus/published-label.ts';

/** Where to turn when the sources do not answer. One constant: tests and clients recognise it. */
export const NOT_IN_SOURCES = 'Dat staat niet in de bronnen.';
export const WHERE_TO_TURN =
  'Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.';

/** "de handleiding PGAZ (juli 2024)" */
export function sourceName(document: CanonicalDocument): string {
  return `${document.shortTitle} (${publishedLabel(document.published)})`;
}

/**
 * The answer as Dutch Markdown: who says it, then the quote in quotation marks with its marker.
 * Nothing is said that is not quoted.
 */
export function composeAnswer(citations: readonly Citation[], documents: ReadonlyMap<string, CanonicalDocument>): string {
  const paragraphs: string[] = [];
  const said = new Set<string>();
  let last = '';
  for (const citation of citations) {
    const document = documents.get(citation.documentId)!;
    paragraphs.push(`${introduction(document, { first: paragraphs.length === 0, again: last === document.id, known: said.has(document.id) })} ${quoted(citation)}`);
    said.add(document.id);
    last = document.id;
  }
  return paragraphs.join('\n\n');
}

function introduction(document: CanonicalDocument, { first, again, known }: { first: boolean; again: boolean; known: boolean }): string {
  if (first) return `Volgens ${sourceName(document)}:`;
  if (again) return 'Daar staat ook:';
  return known ? `Verder zegt ${document.shortTitle}:` : `Ook ${sourceName(document)} gaat hierop in:`;
}

/** A quote of one paragraph stands in the line, a list as a block; the words are never touched. */
function quoted({ quote, n }: Citation): string {
  if (!quote.includes('\n')) return `“${escapeMarkdown(quote)}” [${n}]`;
  const lines = quote.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return `\n\n${lines.join('  \n')} [${n}]`;
}

/** Characters that Markdown would read as its own are shown as they are. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([-+#]|\d+\.)(?=\s)/, '$1\\$2');
}

/** Names the part of a question that the sources leave open. */
export function composeUnanswered(part: string): string {
  return `Over dit deel van uw vraag zeggen de bronnen niets: “${escapeMarkdown(part)}” ${WHERE_TO_TURN}`;
}

/** Says that the sources do not answer, where to turn, and what lies nearest. */
export function composeAbstention(nearest?: { document: CanonicalDocument; section: string; page: number }): string {
  const near = nearest
    ? `\n\nHet dichtst in de buurt komt ${sourceName(nearest.document)}, pagina ${nearest.page}${nearest.section ? ` (${nearest.section})` : ''}. Daar staat het antwoord op uw vraag niet.`
    : '';
  return `${NOT_IN_SOURCES} ${WHERE_TO_TURN}${near}`;
}
