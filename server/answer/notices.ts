import type { Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { dayInAmsterdam, dutchDate } from '../corpus/dates.ts';
import { noticeOf } from '../corpus/source-worth.ts';
import { endOfForce, isSuperseded } from '../corpus/validity.ts';
import { explainTerms, type Glossary } from '../corpus/glossary.ts';

/** Words with which the sources mark what is not decided yet. */
const INTENTION =
  /\b(voornemen|voornemens|voorgenomen|voorstel|voorontwerp|wetsvoorstel|zou(?:den)? .{0,80}kunnen|in ontwikkeling|nog in te dienen|na aanvaarding)\b/i;

/** Terms explained per answer: more is a glossary, not an answer. */
const EXPLAINED = 2;

export interface NoticeContext {
  question: string;
  citations: readonly Citation[];
  documents: ReadonlyMap<string, CanonicalDocument>;
  glossary: Glossary;
  /** YYYY-MM-DD */
  asOf: string;
}

/** What a careful expert adds: what the quotes are worth, and what a term means. Dutch, most important first. */
export function noticesFor({ question, citations, documents, glossary, asOf }: NoticeContext): string[] {
  const notices: string[] = [];
  const cited = [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documents.get(id) ?? []);
  if (citations.some(({ quote }) => INTENTION.test(quote))) {
    notices.push('Let op: een bron spreekt hier van een voornemen of voorstel. Dat is nog geen besluit.');
  }
  for (const document of cited) {
    const end = endOf(document);
    if (end) notices.push(end);
  }
  for (const document of cited) {
    const note = worth(document, citations);
    if (note) notices.push(note);
  }
  const dates = cited.map(({ published }) => published).filter((published) => /^\d{4}/.test(published)).sort();
  const newest = dates.at(-1);
  if (newest && Number(asOf.slice(0, 4)) > Number(newest.slice(0, 4))) {
    notices.push(
      `${cited.length > 1 ? 'De nieuwste bron hierbij' : 'Deze bron'} is van ${dutchDate(newest)}. Ga na of er daarna iets is veranderd.`,
    );
  }
  return [...notices, ...explanations(question, citations, glossary)];
}

/** Says of a document that is cited for an earlier day that it holds no more, or will not; and what comes in its place. */
function endOf(document: CanonicalDocument): string | undefined {
  const today = dayInAmsterdam(new Date());
  const end = endOfForce(document, today);
  if (end === undefined) return undefined;
  const successor = document.supersededBy === undefined ? '' : ` In de plaats ${isSuperseded(document, today) ? 'kwam' : 'komt'} ${document.supersededBy}.`;
  return `Let op: ${document.shortTitle} ${end}.${successor}`;
}

/** What a kind of document can and cannot settle. */
function worth(document: CanonicalDocument, citations: readonly Citation[]): string | undefined {
  const cited = citations.filter(({ documentId }) => documentId === document.id);
  return noticeOf(document.worth, cited.map(({ section }) => section));
}

/** Abbreviations in question or quotes, explained in plain words. */
function explanations(question: string, citations: readonly Citation[], glossary: Glossary): string[] {
  const text = [question, ...citations.slice(0, 2).map(({ quote }) => quote)].join('\n');
  return explainTerms(text, glossary)
    .filter(({ naming, matched }) => naming === 'abbreviation' && /\p{Lu}/u.test(matched))
    .slice(0, EXPLAINED)
    .map(({ matched, term, explanation }) => `${matched} (${term}): ${explanation}`);
}
