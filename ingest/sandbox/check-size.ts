import type { CanonicalDocument, Passage } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { LIMITS } from '../readers/limits.ts';

/**
 * What falls apart into more pieces than any document of its size has is no text for people, and would swamp the index.
 * @throws DocumentError that names the file
 */
export function checkSize(file: string, { sentences, blocks }: CanonicalDocument, passages: readonly Passage[]): void {
  const pieces = Math.max(sentences.length, blocks.length);
  if (pieces > LIMITS.pieces) {
    throw new DocumentError(
      `${file}: de tekst valt uiteen in ${pieces.toLocaleString('nl-NL')} losse stukjes (het maximum is ${LIMITS.pieces.toLocaleString('nl-NL')}); dat is geen lopende tekst. ` +
        'Controleer het bestand, of splits het document.',
    );
  }
  if (passages.length === 0) throw new DocumentError(`${file}: er is geen leesbare tekst gevonden. Controleer het bestand of haal het opnieuw op.`);
}
