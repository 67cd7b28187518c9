import type { Citation, DocumentDetail } from '../../server/contract.ts';
import { documentView } from '../../server/views/document-view.ts';
import { findQuote } from '../../server/text/find-quote.ts';
import { toDom } from '../dom.ts';
import { fill, source } from '../../server/views/labels.ts';

/** The source's text with the quote marked; `mark` is absent when the quote no longer stands in the text. */
export function readDocument(detail: DocumentDetail, citation: Citation): { element: HTMLElement; mark: HTMLElement | undefined } {
  const place = findQuote(detail.text, citation);
  const element = toDom(
    documentView(detail, {
      marks: place === undefined ? [] : [{ ...place, id: 'citaat' }],
      headingLevel: 3,
      pageLabel: (page) => fill(source.page, { page }),
    }),
  ) as HTMLElement;
  return { element, mark: element.querySelector('mark') ?? undefined };
}

export type DocumentReader = { readDocument: typeof readDocument };
