import type { Answer, Citation, DocumentDetail } from '../../server/contract.ts';
import { pageAt } from '../../server/corpus/document.ts';
import type { Documents } from '../metrics/citations.ts';
import type { DocumentRange } from '../metrics/coverage.ts';
import type { AskObservation } from '../system/observe.ts';
import { TUTORIAL } from './langchain-pipeline.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

/** What a reader gets from a search without a language model: the first passages as they stand. It never abstains. */
export async function answerWithPassages(system: RetrievalSystem, question: string, documents: Documents): Promise<AskObservation> {
  const start = performance.now();
  const ranges = await system.search(question, TUTORIAL.topK);
  const citations = ranges.map((range, at) => citationOf(range, documents.get(range.documentId)!, at + 1));
  const answer: Answer = {
    id: system.id,
    question,
    answer: citations.map(({ n, quote }) => `${quote} [${n}]`).join('\n\n'),
    citations,
    outcome: 'beantwoord',
    abstained: false,
    mode: 'extractief',
    routes: [],
    notices: [],
  };
  return { answer, latencyMs: performance.now() - start };
}

function citationOf({ start, end }: DocumentRange, document: DocumentDetail, n: number): Citation {
  const { id, title, publisher, published, status, sha256, text, pageStarts } = document;
  return {
    n,
    documentId: id,
    title,
    publisher,
    published,
    status,
    page: pageAt(pageStarts, start),
    section: '',
    quote: text.slice(start, end),
    start,
    end,
    documentSha256: sha256,
    href: '',
  };
}
