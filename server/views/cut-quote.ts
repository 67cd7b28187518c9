/** A quote as it is shown: the clause that decides, with "…" where words were left out. */
export interface ShownQuote {
  text: string;
  /** Whether words are left out; the rest must be within reach. */
  isCut: boolean;
}

/** Cuts a quote to a part of it. A range that does not lie in the quote cuts nothing: an odd one must not hide what a source says. */
export function cutQuote(quote: string, clause?: readonly [start: number, end: number]): ShownQuote {
  const whole = { text: quote, isCut: false };
  if (clause === undefined) return whole;
  const [start, end] = clause;
  if (!(start >= 0 && start < end && end <= quote.length)) return whole;
  const text = quote.slice(start, end).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return whole;
  const before = /[\p{L}\p{N}]/u.test(quote.slice(0, start));
  const after = /[\p{L}\p{N}]/u.test(quote.slice(end));
  if (!before && !after) return whole;
  return { text: `${before ? '… ' : ''}${text}${after ? ' …' : ''}`, isCut: true };
}
