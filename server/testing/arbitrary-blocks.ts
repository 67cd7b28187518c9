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
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('plan-passed' as const), plannedFor: day, said: day }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constant('sources-differ' as const), stronger: words, weaker: words }),
  fc.record({ type: fc.constant('notice' as const), kind: fc.constantFrom('many-parts' as const, 'busy' as const, 'model-failed' as const) }),
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

/** Markers of an answer with so many citations. */
const markers = (count: number) => fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1 });

/** A clause of a quote, also one that does not lie in it. */
const clause = fc.option(fc.tuple(fc.nat(20), fc.nat(45).map((n) => n + 1)), { nil: undefined });

const said = (count: number) => ({ id: words, text: words, citations: markers(count) });

const refusal = (count: number) =>
  fc.record({
    type: fc.constant('refusal' as const),
    missing: fc.option(words, { nil: undefined }),
    turnTo: fc.option(fc.array(fc.record({ name: words, href: fc.option(fc.constant('https://www.nza.nl'), { nil: undefined }) }), { maxLength: 2 }), { nil: undefined }),
    near: fc.option(fc.record(said(count)), { nil: undefined }),
    newest: fc.option(day, { nil: undefined }),
    nearest: fc.option(place, { nil: undefined }),
  });

const table = (count: number) =>
  fc.array(words, { minLength: 1, maxLength: 3 }).chain((columns) =>
    fc.record({
      type: fc.constant('table' as const),
      caption: words,
      columns: fc.constant(columns),
      rows: fc.array(
        fc.record({ aspect: words, cells: fc.array(fc.record({ text: words, citations: fc.oneof(fc.constant([]), markers(count)) }), { minLength: columns.length, maxLength: columns.length }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );

/** Blocks of every type as an answer has them: in reading order, numbers that exist. */
export const arbitraryBlocks: fc.Arbitrary<BlocksWithCitations> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc
    .record({
      citations: fc.tuple(...Array.from({ length: count }, (_, i) => citation(i + 1))),
      quotes: fc.array(fc.record({ source: words, role: fc.constantFrom('answer', 'proof', 'more', undefined), clause }), { minLength: count, maxLength: count }),
      verdict: fc.option(fc.record({ type: fc.constant('verdict' as const), verdict: fc.constantFrom('ja' as const, 'nee' as const, 'hangt-af' as const) })),
      lead: fc.option(fc.record({ type: fc.constant('lead' as const), text: words, routeId: fc.option(words, { nil: undefined }), citations: markers(count) })),
      statements: fc.array(
        fc.record({ type: fc.constant('statement' as const), role: fc.constantFrom('answer' as const, 'limit' as const, 'item' as const), ...said(count) }),
        { maxLength: 4 },
      ),
      table: fc.option(table(count)),
      gaps: fc.array(fc.record({ type: fc.constant('gap' as const), question: words }), { maxLength: 2 }),
      refusal: fc.option(refusal(count)),
      remark: fc.option(
        fc.record({
          type: fc.constant('remark' as const),
          kind: fc.constantFrom('greeting' as const, 'thanks' as const, 'about' as const, 'sources' as const, 'recency' as const),
          newest: fc.option(day, { nil: undefined }),
          sources: fc.option(fc.array(words, { maxLength: 3 }), { nil: undefined }),
        }),
      ),
      situation: fc.option(
        fc.record({ type: fc.constant('situation' as const), understood: fc.array(words, { minLength: 1, maxLength: 3 }), link: fc.constant('/check#a=b') }),
      ),
      routes: fc.array(route, { maxLength: 3 }),
      notices: fc.array(arbitraryNotice, { maxLength: 4 }),
      terms: fc.array(fc.record({ type: fc.constant('term' as const), term: words, matched: words, meaning: words }), { maxLength: 2 }),
    })
    .map(({ citations, quotes, verdict, lead, statements, table, gaps, refusal, remark, situation, routes, notices, terms }): BlocksWithCitations => ({
      citations: [...citations],
      blocks: [
        ...(verdict ? [verdict as Block] : []),
        ...(lead ? [lead as Block] : []),
        ...statements,
        ...(table ? [table as Block] : []),
        ...citations.map(({ n }, i): Block => ({ type: 'quote', n, ...quotes[i]! })),
        ...gaps,
        ...(refusal ? [refusal as Block] : []),
        ...(remark ? [remark as Block] : []),
        ...(situation ? [situation] : []),
        ...routes,
        ...notices,
        ...terms,
      ],
    })),
);
