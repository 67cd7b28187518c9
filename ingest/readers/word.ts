import mammoth from 'mammoth';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { htmlBlocks } from './html.ts';

/**
 * A Word document (.docx) by mammoth, which turns styles into headings and lists. Word files have no fixed pages:
 * everything counts as page 1.
 * @throws DocumentError for a damaged or encrypted file
 */
export async function readWord(file: string, bytes: Uint8Array): Promise<SourceText> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
    );
    const warnings = ['Een Word-bestand heeft geen vaste pagina’s; citaten verwijzen naar pagina 1. Bewaar het als pdf als paginanummers nodig zijn.'];
    return htmlBlocks(value, { whole: true, warnings });
  } catch {
    throw new DocumentError(
      `${file}: het Word-bestand is beschadigd of beveiligd en kan niet worden gelezen. Open het in Word, bewaar het opnieuw als .docx en probeer het nog eens.`,
    );
  }
}
