import type { Block, Citation, Notice } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { explainTerms, type Glossary } from '../corpus/glossary.ts';

/** Words with which the sources mark what is not decided yet. */
const INTENTION =
  /\b(voornemen|voornemens|voorgenomen|voorstel|voorontwerp|wetsvoorstel|zou(?:den)? .{0,80}kunnen|in ontwikkeling|nog in te dienen|na aanvaarding)\b/i;

/** Terms explained per answer: more is a glossary, not an answer. */
const EXPLAINED = 2;

export interface NoticeContext {
  citations: readonly Citation[];
  /** Those that are the answer, where no statement says it. */
  shown: readonly Citation[];
  documents: ReadonlyMap<string, CanonicalDocument>;
}

/**
 * What to mind about this answer, most important first: what is shown of a source that speaks of a plan, and what holds no
 * more. How old a source is and what its kind is worth stands beside each citation.
 * @param shown the citations that stand in the answer itself
 */
export function noticesFor({ citations, shown, documents }: NoticeContext): Notice[] {
  const cited = [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documents.get(id) ?? []);
  return [...(shown.some(({ quote }) => INTENTION.test(quote)) ? [{ type: 'notice', kind: 'intention' } as const] : []), ...cited.flatMap(ended)];
}

/** A document that is cited for an earlier day and holds no more, or whose end is known. */
function ended({ shortTitle, supersededOn, supersededBy }: CanonicalDocument): Notice[] {
  if (supersededOn === undefined) return [];
  return [{ type: 'notice', kind: 'superseded', source: shortTitle, supersededOn, ...(supersededBy !== undefined && { supersededBy }) }];
}

/** Abbreviations in question or quotes, with what they mean in plain words. */
export function termsFor(question: string, citations: readonly Citation[], glossary: Glossary): Extract<Block, { type: 'term' }>[] {
  const text = [question, ...citations.slice(0, 2).map(({ quote }) => quote)].join('\n');
  return explainTerms(text, glossary)
    .filter(({ naming, matched }) => naming === 'abbreviation' && /\p{Lu}/u.test(matched))
    .slice(0, EXPLAINED)
    .map(({ matched, term, explanation }) => ({ type: 'term', matched, term, meaning: explanation }));
}
