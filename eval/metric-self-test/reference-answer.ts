import type { Answer, Citation, DocumentDetail } from '../../server/contract.ts';
import { pageAt } from '../../server/corpus/document.ts';
import type { EvaluationCase, TextRange } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { scoreNumbers } from '../metrics/numbers.ts';

/** A verbatim citation of a place in a document. */
export function citationAt(document: DocumentDetail, { start, end }: TextRange, n: number): Citation {
  return {
    n,
    documentId: document.id,
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    status: document.status,
    page: pageAt(document.pageStarts, start),
    section: '',
    quote: document.text.slice(start, end),
    start,
    end,
    documentSha256: document.sha256,
    href: '',
  };
}

/** An answer that says what its citations say, each with its marker. @param lead own words before them, proved by all of them */
export function answerOf(question: string, citations: readonly Citation[], routes: readonly string[] = [], lead?: string): Answer {
  return {
    id: 'reference',
    question,
    answer: [...(lead === undefined ? [] : [`${lead} ${citations.map(({ n }) => `[${n}]`).join(' ')}`]), ...citations.map(({ quote, n }) => `“${quote}” [${n}]`)].join('\n\n'),
    citations: [...citations],
    outcome: citations.length > 0 ? 'beantwoord' : 'niet-in-bronnen',
    abstained: citations.length === 0,
    mode: 'extractief',
    routes: routes.map((id) => ({ id, title: id, status: 'onbekend' })),
    notices: [],
  };
}

/**
 * The best answer that the case allows, made from its own evidence, with its ideal wording in front where the evidence holds
 * all of its numbers; an abstention where that is right.
 */
export function referenceAnswer({ question, evidence, routes, gold }: EvaluationCase, documents: Documents): Answer {
  const citations = evidence.map(({ anyOf }, at) => {
    const { documentId, places } = anyOf[0]!;
    return citationAt(documents.get(documentId)!, places[0]!, at + 1);
  });
  const worded = answerOf(question, citations, citations.length > 0 ? routes : [], gold);
  return gold === undefined || scoreNumbers(worded, documents).unsupported.length === 0 ? worded : answerOf(question, citations, routes);
}
