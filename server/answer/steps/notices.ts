import type { Citation, Notice } from '../../contract.ts';
import type { Plan } from '../../corpus/statement.ts';
import type { Draft, Tools } from '../draft.ts';
import { noticesFor, termsFor } from '../notices.ts';
import { sentencesBehind, type StatementBook } from '../statement-book.ts';
import type { Found } from '../step.ts';

/** What to mind about this answer, and what its abbreviations mean. */
export function notices(draft: Draft, { index: { documents }, glossary, statements }: Tools): Found<'notices'> {
  const { wordsOnly, refused, citations, request } = draft;
  const shown = draft.blocks.flatMap((block) => (block.type === 'quote' && block.role === 'answer' ? citations.filter(({ n }) => n === block.n) : []));
  const minded: Notice[] = [
    ...(draft.written?.failed !== undefined && draft.written.kept.length === 0 ? [{ type: 'notice', kind: 'not-written' } as const] : []),
    ...(draft.unread.length > 0 ? [{ type: 'notice', kind: 'many-parts' } as const] : []),
    ...(wordsOnly ? [{ type: 'notice', kind: wordsOnly } as const] : []),
    ...(refused ? [] : noticesFor({ citations, shown, documents, day: draft.day, disputed: disputedIn(draft), ...(statements && { plansIn: plansBehind(statements, documents) }) })),
  ];
  const terms = refused ? [] : termsFor(request.question, citations, glossary);
  draft.blocks.push(...minded, ...terms);
  return { step: 'notices', kinds: minded.map(({ kind }) => kind), terms: terms.map(({ matched }) => matched) };
}

/** Statements tell of the sentences of a quote what they planned, for when. */
function plansBehind(book: StatementBook, documents: Tools['index']['documents']): (citation: Citation) => Plan[] {
  return (citation) => {
    const keys = sentencesBehind({ quotes: [{ ...citation, text: citation.quote }] }, documents);
    return keys.flatMap((key) => book.restingOn(key)).flatMap(({ statement: { planned } }) => planned ?? []);
  };
}

/** The answer begins with a route on which the sources contradict each other. */
function disputedIn({ about, situation, citations }: Draft): Citation[] {
  const leading = about?.leads === true ? situation?.routes.find(({ id }) => id === about.lead.routeId) : undefined;
  return leading?.status === 'betwist' ? citations.filter(({ n }) => leading.citations.includes(n)) : [];
}
