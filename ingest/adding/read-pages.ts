import type { SourceText } from '../canonical/source-text.ts';

/** The text as it was read, page by page; of formats that know their structure a block a line, where their pages run it together. */
export function readPages({ pages, blocks }: SourceText): string[] {
  if (!blocks) return pages;
  return Array.from({ length: Math.max(1, pages.length) }, (_, at) =>
    blocks
      .filter(({ page }) => page === at + 1)
      .map(({ text }) => text)
      .join('\n'),
  );
}
