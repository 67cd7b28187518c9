import type { Block, Citation, Notice } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { explainTerms, type Glossary } from '../corpus/glossary.ts';
import type { Plan } from '../corpus/statement.ts';
import { speaker } from './speaker.ts';

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
  /** YYYY-MM-DD */
  day: string;
  /** What was planned, by the sentences of a quote. */
  plansIn?: (citation: Citation) => readonly Plan[];
  /** What is cited of sources that contradict each other, where the answer turns on it. */
  disputed?: readonly Citation[];
}

/**
 * What to mind about this answer, most important first: sources that differ, what is shown of a plan and whether its day has
 * passed, and what holds no more. A statement about a plan says itself what became of it; how old a source is and what its
 * kind is worth stands beside each citation.
 * @param shown the citations that stand in the answer itself
 */
export function noticesFor({ citations, shown, documents, day, plansIn = () => [], disputed = [] }: NoticeContext): Notice[] {
  const cited = [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documents.get(id) ?? []);
  // Of a plan that is over by now, that it is one says too little.
  const passed = shown.map((citation) => plansIn(citation).filter((plan) => day >= plan.for));
  const isIntention = shown.some(({ quote }, at) => INTENTION.test(quote) && passed[at]?.length === 0);
  return [...differing(disputed, documents), ...plansPassed(passed.flat()), ...(isIntention ? [{ type: 'notice', kind: 'intention' } as const] : []), ...cited.flatMap(ended)];
}

function plansPassed(plans: readonly Plan[]): Notice[] {
  const byDay = new Map(plans.map((plan) => [`${plan.said} ${plan.for}`, plan]));
  return [...byDay.values()].map(({ for: plannedFor, said }) => ({ type: 'notice', kind: 'plan-passed', plannedFor, said }));
}

/** Which of two weighs more can be said only where their kinds do not weigh the same. */
function differing(disputed: readonly Citation[], documents: ReadonlyMap<string, CanonicalDocument>): Notice[] {
  const voices = disputed
    .flatMap(({ documentId, start }) => {
      const document = documents.get(documentId);
      return document ? [{ authority: document.authority, name: speaker(document, start) }] : [];
    })
    .sort((a, b) => a.authority - b.authority);
  const [stronger, weaker] = [voices[0], voices.at(-1)];
  return stronger && weaker && stronger.authority < weaker.authority ? [{ type: 'notice', kind: 'sources-differ', stronger: stronger.name, weaker: weaker.name }] : [];
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
