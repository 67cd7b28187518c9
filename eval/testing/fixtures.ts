import type { Answer, Citation, DocumentDetail, SearchResult } from '../../server/contract.ts';
import { pageAt } from '../../server/corpus/document.ts';
import type { Documents } from '../metrics/citations.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { LooseText } from '../../server/text/loose-text.ts';
import type { System } from '../system/system.ts';

/** Two documents that can be checked by eye; the second has two pages. */
const TEXTS: Record<string, string> = {
  regeling: 'Artikel 1\n\nHet experiment eindigt uiterlijk op 1 mei 2029. Een overeenkomst is nodig. Er geldt een vrij tarief.',
  brief: 'De minister schrijft dat 50% van de kosten telt.\n\nOp bladzijde twee staat dat een lumpsum mogelijk is. Dat is alles.',
};
const SECOND_PAGE = TEXTS['brief']!.indexOf('Op bladzijde');

export const documents: Documents = new Map(
  Object.entries(TEXTS).map(([id, text], at): [string, DocumentDetail] => [
    id,
    {
      id,
      title: id === 'regeling' ? 'De regeling' : 'De brief',
      publisher: 'Ministerie',
      published: id === 'regeling' ? '2024-07' : '2023',
      kind: 'anders',
      status: 'bindend',
      pages: id === 'brief' ? 2 : 1,
      sha256: String(at).repeat(64),
      text,
      pageStarts: id === 'brief' ? [0, SECOND_PAGE] : [0],
    },
  ]),
);

export const textOf = (id: string): string => documents.get(id)!.text;

/** A citation of words of a document, as a right server sends it. */
export function cite(documentId: string, words: string, n = 1, change: Partial<Citation> = {}): Citation {
  const { title, publisher, published, status, sha256, text, pageStarts } = documents.get(documentId)!;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in ${documentId}`);
  return {
    n,
    documentId,
    title,
    publisher,
    published,
    status,
    page: pageAt(pageStarts, start),
    section: '',
    quote: words,
    start,
    end: start + words.length,
    documentSha256: sha256,
    href: '',
    ...change,
  };
}

export function answer(change: Partial<Answer> = {}): Answer {
  const citations = change.citations ?? [cite('regeling', 'Het experiment eindigt uiterlijk op 1 mei 2029.')];
  return {
    id: 'antwoord-1',
    question: 'Tot wanneer loopt het?',
    answer: citations.map(({ quote, n }) => `${quote} [${n}]`).join('\n\n'),
    citations,
    outcome: 'beantwoord',
    abstained: false,
    mode: 'extractief',
    routes: [],
    notices: [],
    ...change,
  };
}

export const abstention = (change: Partial<Answer> = {}): Answer =>
  answer({ answer: 'Dit staat niet in de bronnen.', citations: [], outcome: 'niet-in-bronnen', abstained: true, ...change });

/** Evidence of one item; several quotes are alternatives. */
export const item = (...quotes: [documentId: string, quote: string][]) => ({
  anyOf: quotes.map(([documentId, quote]) => ({ documentId, quote, places: new LooseText(textOf(documentId)).find(quote) })),
});

export function evaluationCase(change: Partial<EvaluationCase> = {}): EvaluationCase {
  return {
    id: 'test-looptijd-01',
    question: 'Tot wanneer loopt het?',
    type: 'fact',
    group: 'clinician',
    topic: 'looptijd',
    history: [],
    evidence: [item(['regeling', 'Het experiment eindigt uiterlijk op 1 mei 2029.'])],
    keyFacts: [{ pattern: '1 mei 2029', vital: true }],
    routes: ['pgaz'],
    abstain: false,
    split: 'test',
    file: 'test-looptijd.yaml',
    ...change,
  };
}

export const abstainCase = (change: Partial<EvaluationCase> = {}): EvaluationCase =>
  evaluationCase({ id: 'test-onthouden-01', type: 'unanswerable', topic: 'onthouden', question: 'Wat kost het?', evidence: [], keyFacts: [], routes: [], abstain: true, why: 'Geen bedrag.', ...change }); // prettier-ignore

export const searchResult = (documentId: string, words: string, score = 1): SearchResult => {
  const { start, end, page, quote } = cite(documentId, words);
  return { passageId: `${documentId}#${start}`, documentId, page, section: '', text: quote, start, end, score };
};

/** A system that answers rightly unless told otherwise. */
export function fakeSystem(change: Partial<System> = {}): System {
  return {
    name: 'een proefassistent',
    documents: () => Promise.resolve([...documents.values()]),
    ask: ({ question }) => Promise.resolve({ answer: question === 'Wat kost het?' ? abstention({ question }) : answer({ question, routes: [{ id: 'pgaz', title: 'PGAZ', status: 'onbekend' }] }), confidence: question === 'Wat kost het?' ? 0.1 : 0.9 }), // prettier-ignore
    search: () => Promise.resolve([searchResult('brief', 'Dat is alles.'), searchResult('regeling', textOf('regeling'))]),
    close: () => Promise.resolve(),
    ...change,
  };
}
