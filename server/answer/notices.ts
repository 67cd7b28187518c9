import type { Block, Citation, Notice } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { noticeOf } from '../corpus/source-worth.ts';
import { explainTerms, type Glossary } from '../corpus/glossary.ts';

/** Words with which the sources mark what is not decided yet. */
const INTENTION =
  /\b(voornemen|voornemens|voorgenomen|voorstel|voorontwerp|wetsvoorstel|zou(?:den)? .{0,80}kunnen|in ontwikkeling|nog in te dienen|na aanvaarding)\b/i;

/** Terms explained per answer: more is a glossary, not an answer. */
const EXPLAINED = 2;

export interface NoticeContext {
  citations: readonly Citation[];
  documents: ReadonlyMap<string, CanonicalDocument>;
  /** YYYY-MM-DD */
  day: string;
}

/** What a careful expert adds about the quotes: what they are worth, and whether they still hold. Most important first. */
export function noticesFor({ citations, documents, day }: NoticeContext): Notice[] {
  const cited = [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documents.get(id) ?? []);
  return [
    ...(citations.some(({ quote }) => INTENTION.test(quote)) ? [{ type: 'notice', kind: 'intention' } as const] : []),
    ...cited.flatMap(ended),
    ...cited.flatMap((document): Notice[] => {
      const text = worth(document, citations);
      return text === undefined ? [] : [{ type: 'notice', kind: 'source-kind', status: document.status, text }];
    }),
    ...age(cited, day),
  ];
}

/** A document that is cited for an earlier day and holds no more, or whose end is known. */
function ended({ shortTitle, supersededOn, supersededBy }: CanonicalDocument): Notice[] {
  if (supersededOn === undefined) return [];
  return [{ type: 'notice', kind: 'superseded', source: shortTitle, supersededOn, ...(supersededBy !== undefined && { supersededBy }) }];
}

/** The newest source is of an earlier year. */
function age(cited: readonly CanonicalDocument[], day: string): Notice[] {
  const newest = cited.map(({ published }) => published).filter((published) => /^\d{4}/.test(published)).sort().at(-1);
  if (newest === undefined || Number(day.slice(0, 4)) <= Number(newest.slice(0, 4))) return [];
  return [{ type: 'notice', kind: 'age', newest, several: cited.length > 1 }];
}

/** What a kind of document can and cannot settle. */
function worth(document: CanonicalDocument, citations: readonly Citation[]): string | undefined {
  const cited = citations.filter(({ documentId }) => documentId === document.id);
  return noticeOf(document.worth, cited.map(({ section }) => section));
}

/** Abbreviations in question or quotes, with what they mean in plain words. */
export function termsFor(question: string, citations: readonly Citation[], glossary: Glossary): Extract<Block, { type: 'term' }>[] {
  const text = [question, ...citations.slice(0, 2).map(({ quote }) => quote)].join('\n');
  return explainTerms(text, glossary)
    .filter(({ naming, matched }) => naming === 'abbreviation' && /\p{Lu}/u.test(matched))
    .slice(0, EXPLAINED)
    .map(({ matched, term, explanation }) => ({ type: 'term', matched, term, meaning: explanation }));
}
