import fc from 'fast-check';
import type { Block, Citation, Notice } from '../contract.ts';
import { RouteStatus } from '../contract.ts';

/** Any words, without what the renderers themselves write. */
const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replace(/let op:/gi, '').trim() || 'x');
const day = fc.constantFrom('2014', '2024-07', '2024-04-19', '2999-01-01');

export const arbitraryNotice: fc.Arbitrary<Notice> = fc.oneof(
  fc.constant({ type: 'notice', kind: 'intention' } as const),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('superseded' as const), source: words, supersededOn: day }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('superseded' as const), source: words, supersededOn: day, supersededBy: words }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('source-kind' as const), status: words, text: words }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('age' as const), newest: day, several: fc.boolean() }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constantFrom('busy' as const, 'model-failed' as const) }),
);

const place = fc.record({ documentId: words, source: words, published: day, page: fc.nat(99).map((n) => n + 1), section: words, start: fc.nat() });
const route = fc.record({
  type: fc.constant('route' as const),
  id: words,
  title: words,
  status: fc.constantFrom(...RouteStatus.options),
  open: fc.array(words, { maxLength: 2 }),
});

const citation = (n: number) =>
  fc.record({ quote: words, published: day, documentId: words }).map(({ quote, published, documentId }): Citation => ({
    n,
    documentId,
    title: documentId,
    publisher: 'x',
    published,
    status: 'bindend',
    page: 1,
    section: '',
    quote,
    start: 0,
    end: quote.length,
    documentSha256: 'a',
    href: '/bronnen/x',
  }));

export interface BlocksWithCitations {
  blocks: Block[];
  citations: Citation[];
}

/** Blocks of every type as an answer has them: in reading order, numbers that exist. */
export const arbitraryBlocks: fc.Arbitrary<BlocksWithCitations> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc
    .record({
      citations: fc.tuple(...Array.from({ length: count }, (_, i) => citation(i + 1))),
      sources: fc.array(words, { minLength: count, maxLength: count }),
      statements: fc.array(
        fc.record({
          type: fc.constant('statement' as const),
          id: words,
          text: words,
          citations: fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1 }),
        }),
        { maxLength: 2 },
      ),
      gaps: fc.array(fc.record({ type: fc.constant('gap' as const), question: words }), { maxLength: 2 }),
      refusal: fc.option(fc.record({ type: fc.constant('refusal' as const), nearest: fc.option(place, { nil: undefined }) })),
      situation: fc.option(
        fc.record({ type: fc.constant('situation' as const), understood: fc.array(words, { minLength: 1, maxLength: 3 }), link: fc.constant('/check#a=b') }),
      ),
      routes: fc.array(route, { maxLength: 3 }),
      notices: fc.array(arbitraryNotice, { maxLength: 4 }),
      terms: fc.array(fc.record({ type: fc.constant('term' as const), term: words, matched: words, meaning: words }), { maxLength: 2 }),
    })
    .map(({ citations, sources, statements, gaps, refusal, situation, routes, notices, terms }) => ({
      citations: [...citations],
      blocks: [
        ...statements,
        ...citations.map(({ n }, i): Block => ({ type: 'quote', n, source: sources[i]! })),
        ...gaps,
        ...(refusal ? [refusal as Block] : []),
        ...(situation ? [situation] : []),
        ...routes,
        ...notices,
        ...terms,
      ],
    })),
);
