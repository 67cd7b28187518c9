import { PhraseIndex } from '../../text/phrase-index.ts';
import { asksDifference, comparedDocuments, comparedRoutes } from '../compared.ts';
import { compareDocuments, compareRoutes, type Comparison } from '../comparison.ts';
import { wholeOf, type Draft, type Tools } from '../draft.ts';
import type { Found } from '../step.ts';

/** Finds what the question wants side by side: routes, or two documents. */
export function compare(draft: Draft, tools: Tools): Found<'compare'> {
  const { question } = wholeOf(draft);
  const { text, language } = question.profile;
  // What was asked earlier can name the other thing, but not ask for the difference again.
  const asked = question.standalone === text || asksDifference(text) ? question.standalone : text;
  draft.comparison = comparisonFor(asked, tools, { day: draft.day, language });
  return { step: 'compare', things: draft.comparison?.things ?? [] };
}

function comparisonFor(question: string, { index: { comparisons }, statements: book, routes }: Tools, options: { day: string; language: 'nl' | 'en' }): Comparison | undefined {
  if (!comparisons || !book) return undefined;
  const named = new PhraseIndex(comparisons.documents.flatMap(({ document, asked }) => asked.map((text) => ({ text, value: document })))).find(question);
  const documents = comparedDocuments(question, named.map(({ values, start, end }) => ({ ids: values, start, end })));
  if (documents.length > 0) return compareDocuments(documents, comparisons, book, options);
  const ids = routes ? comparedRoutes(question, routes.namedIn(question)) : [];
  return routes && ids.length > 0 ? compareRoutes(ids, comparisons, book, routes, options) : undefined;
}
