import type { Citation } from '../contract.ts';
import { plainQuoteLink } from '../corpus/quote-link.ts';

export { parseQuoteTargets } from '../corpus/quote-link.ts';

/** How a page links to a quote. */
export interface ViewLinks {
  quote: (citation: Citation) => string;
}

/** With JavaScript the quote stands behind `#`, as the server gives it with each citation. */
export const scriptLinks: ViewLinks = { quote: ({ href }) => href };

/** Without, it stands in the query and the server marks it. */
export const plainLinks: ViewLinks = { quote: ({ href }) => plainQuoteLink(href) };
