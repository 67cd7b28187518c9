import type { Notice } from '../../contract.ts';
import type { Draft, Tools } from '../draft.ts';
import { noticesFor, termsFor } from '../notices.ts';
import type { Found } from '../step.ts';

/** What to mind about this answer, and what its abbreviations mean. */
export function notices(draft: Draft, { index: { documents }, glossary }: Tools): Found<'notices'> {
  const { wordsOnly, refused, citations, request } = draft;
  const shown = draft.blocks.flatMap((block) => (block.type === 'quote' && block.role === 'answer' ? citations.filter(({ n }) => n === block.n) : []));
  const minded: Notice[] = [
    ...(draft.unread.length > 0 ? [{ type: 'notice', kind: 'many-parts' } as const] : []),
    ...(wordsOnly ? [{ type: 'notice', kind: wordsOnly } as const] : []),
    ...(refused ? [] : noticesFor({ citations, shown, documents })),
  ];
  const terms = refused ? [] : termsFor(request.question, citations, glossary);
  draft.blocks.push(...minded, ...terms);
  return { step: 'notices', kinds: minded.map(({ kind }) => kind), terms: terms.map(({ matched }) => matched) };
}
