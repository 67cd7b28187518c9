import type { CanonicalDocument } from '../corpus/document.ts';

const known = new WeakMap<ReadonlyMap<string, CanonicalDocument>, string>();

/** The same of an index's documents; they are read once, and only when somebody asks. */
export function newestOf(documents: ReadonlyMap<string, CanonicalDocument>): string {
  const before = known.get(documents) ?? newestSource(documents.values());
  known.set(documents, before);
  return before;
}

/** When the newest source was published, as precise as it says; empty without a dated one. */
export function newestSource(documents: Iterable<Pick<CanonicalDocument, 'published'>>): string {
  return [...documents].map(({ published }) => published).filter((published) => /^\d{4}/.test(published)).sort().at(-1) ?? '';
}
