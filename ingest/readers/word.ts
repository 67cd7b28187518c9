import mammoth from 'mammoth';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { htmlBlocks } from './html.ts';
import { LIMITS } from './limits.ts';
import { withoutHiddenRuns } from './word-hidden.ts';
import { readEntry, replaceEntry } from './zip-entry.ts';

const DOCUMENT = 'word/document.xml';

/**
 * A Word document (.docx) by mammoth, which turns styles into headings and lists. Word files have no fixed pages:
 * everything counts as page 1.
 * @throws DocumentError for a damaged, encrypted or swollen file
 */
export async function readWord(file: string, bytes: Uint8Array): Promise<SourceText> {
  const zip = Buffer.from(bytes);
  const xml = documentXml(file, zip);
  const { xml: seen, hidden } = withoutHiddenRuns(xml);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: hidden.length === 0 ? zip : replaceEntry(zip, DOCUMENT, Buffer.from(seen)) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
    );
    const warnings = ['Een Word-bestand heeft geen vaste pagina’s; citaten verwijzen naar pagina 1. Bewaar het als pdf als paginanummers nodig zijn.'];
    if (hidden.length > 0) warnings.push('Het Word-bestand bevat verborgen tekst (verborgen, wit of te klein); die is weggelaten. Bekijk hem met "npm run ingest -- report".');
    const source = htmlBlocks(value, { whole: true, warnings });
    return { ...source, removed: [...(source.removed ?? []), ...hidden.map((text) => ({ page: 1, text, why: 'verborgen tekst' }))] };
  } catch {
    throw damaged(file);
  }
}

/** Before the whole is unpacked: its list of contents may lie about its size. */
function documentXml(file: string, zip: Buffer): string {
  try {
    const xml = readEntry(zip, DOCUMENT, LIMITS.unpackedXmlBytes);
    if (xml) return xml.toString();
  } catch {
    throw new DocumentError(`${file}: het bestand is uitgepakt te groot. Bewaar het zonder afbeeldingen en probeer het opnieuw.`);
  }
  throw damaged(file);
}

const damaged = (file: string): DocumentError =>
  new DocumentError(
    `${file}: het Word-bestand is beschadigd of beveiligd en kan niet worden gelezen. Open het in Word, bewaar het opnieuw als .docx en probeer het nog eens.`,
  );
