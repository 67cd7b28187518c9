import type { CanonicalDocument } from '../corpus/document.ts';

/** When the newest source was published, as precise as it says; empty without a dated one. */
export function newestSource(documents: Iterable<Pick<CanonicalDocument, 'published'>>): string {
  return [...documents].map(({ published }) => published).filter((published) => /^\d{4}/.test(published)).sort().at(-1) ?? '';
}
