import type { AnswerVerdict, Citation, Situation } from '../contract.ts';
import { makeCitation } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Draft, Tools } from './draft.ts';
import { isVerified } from './is-verified.ts';

type Quote = { documentId: string; start: number; end: number };

/** Citations that a situation may add to those of the answer. */
const MOST_CITATIONS = 4;
/** Of the leading route, and of each other one. */
const OF_LEADING = 2;
const OF_OTHERS = 1;

/**
 * Proves what the rules say of a situation: its quotes are numbered after the answer's own, and one that is quoted there
 * already keeps its number. Fills in `draft.situation`.
 * @param most citations that it may add
 */
export function proveSituation(draft: Draft, { index: { documents } }: Pick<Tools, 'index'>, most = MOST_CITATIONS): void {
  const { about } = draft;
  if (!about) return;
  const citations = new Citations(draft.citations, documents, most);
  const routes = about.routes.map(({ quotes, fits: _, ...route }, place) => ({ ...route, citations: citations.add(quotes, place === 0 ? OF_LEADING : OF_OTHERS) }));
  const { understood, lead, ask, link } = about;
  const leading = routes.find(({ id }) => id === lead.routeId);
  const situation: Situation = {
    understood,
    routes,
    ...(ask && { ask }),
    ...(about.leads && { lead: { ...lead, citations: leading?.citations ?? [] } }),
    link,
  };
  draft.situation = situation;
}

/** A ja or nee that was found for the words of a question is not said against what the rules decide about the situation. */
export function agreesWithSituation(verdict: AnswerVerdict, { about }: Draft): boolean {
  if (!about?.leads) return true;
  const leading = about.routes.find(({ id }) => id === about.lead.routeId);
  const isPaid = leading?.status === 'van-toepassing' && leading.payment !== 'in-tarief';
  return verdict === 'hangt-af' ? leading?.status !== 'van-toepassing' : (verdict === 'ja') === isPaid;
}

/** Whether what is said in plain words is about the route that the answer begins with; so too where it begins with none. */
export function isAboutLead({ about, said }: Draft): boolean {
  const { routeId } = about?.lead ?? {};
  if (!about?.leads) return true;
  return routeId !== undefined && said?.statements[0]?.entry.statement.routes.includes(routeId) === true;
}

/** One quote proves the lead and is shown, one more what is said beside it; the others are folded away. */
export function roleBesideLead(n: number, { citations: [first] }: { citations: readonly number[] }, own?: string): 'proof' | 'more' {
  return n === first || own === 'proof' ? 'proof' : 'more';
}

/** The citations of an answer, to which more are added at the end. */
class Citations {
  readonly #all: Citation[];
  readonly #documents: ReadonlyMap<string, CanonicalDocument>;
  #left: number;

  constructor(all: Citation[], documents: ReadonlyMap<string, CanonicalDocument>, most: number) {
    this.#all = all;
    this.#left = most;
    this.#documents = documents;
  }

  /** Numbers of the first quotes, at most so many. */
  add(quotes: readonly Quote[], most: number): number[] {
    const numbers: number[] = [];
    for (const quote of quotes) {
      if (numbers.length >= most) break;
      const n = this.#numberOf(quote);
      if (n !== undefined && !numbers.includes(n)) numbers.push(n);
    }
    return numbers;
  }

  #numberOf({ documentId, start, end }: Quote): number | undefined {
    const known = this.#all.find((citation) => citation.documentId === documentId && citation.start <= start && citation.end >= end);
    if (known) return known.n;
    const document = this.#documents.get(documentId);
    if (this.#left === 0 || !document) return undefined;
    const citation = makeCitation(document, start, end, this.#all.length + 1);
    if (!isVerified(citation, this.#documents)) return undefined;
    this.#all.push(citation);
    this.#left -= 1;
    return citation.n;
  }
}
