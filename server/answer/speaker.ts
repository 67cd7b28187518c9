import { headingPathAt } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';

/** Who speaks at an offset, as in a sentence: "de handleiding PGAZ", or the part with a voice of its own. */
export function speaker(document: CanonicalDocument, offset: number): string {
  const [chapter = ''] = headingPathAt(document, offset);
  return document.parts?.find(({ heading }) => chapter.startsWith(heading))?.name ?? document.shortTitle;
}
