import { extname } from 'node:path';
import { DocumentError } from '../../server/errors.ts';
import { LIMITS } from './limits.ts';

export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'word';

const BY_EXTENSION: Record<string, Format> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'word',
};
const NAMES: Record<Format, string> = {
  text: 'platte tekst',
  markdown: 'Markdown',
  html: 'HTML',
  pdf: 'een pdf',
  word: 'een Word-bestand (.docx)',
};
export const EXTENSIONS = Object.keys(BY_EXTENSION);

/**
 * Tells the format by the bytes and checks it against the name.
 * @param file name for messages, without folders
 * @throws DocumentError for empty, too large, unknown and mislabelled files
 */
export function sniff(file: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new DocumentError(`${file}: het bestand is leeg. Zet er een bestand met inhoud voor in de plaats.`);
  checkFileSize(file, bytes.length);
  const named = BY_EXTENSION[extname(file).toLowerCase()];
  if (!named) {
    throw new DocumentError(
      `${file}: dit soort bestand wordt niet gelezen. Gebruik ${EXTENSIONS.join(', ')}.`,
    );
  }
  const found = formatOf(file, bytes);
  const text = (format: Format): boolean => format === 'text' || format === 'markdown';
  if (found === named || (text(found) && text(named))) return found === 'text' && named === 'markdown' ? 'markdown' : found;
  throw new DocumentError(
    `${file}: de naam zegt ${NAMES[named]}, maar de inhoud is ${NAMES[found]}. Geef het bestand de juiste extensie of zet het goede bestand neer.`,
  );
}

/** @throws DocumentError for what is too large to read */
export function checkFileSize(file: string, size: number): void {
  if (size <= LIMITS.fileBytes) return;
  throw new DocumentError(
    `${file}: het bestand is ${megabytes(size)} MB; het maximum is ${megabytes(LIMITS.fileBytes)} MB. ` +
      'Splits het document, of bewaar het zonder afbeeldingen.',
  );
}

function formatOf(file: string, bytes: Uint8Array): Format {
  const start = latin1(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK')) return wordOrRefuse(file, bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) {
    throw new DocumentError(`${file}: dit is een oud Office-bestand (.doc). Open het in Word of LibreOffice en bewaar het als .docx of pdf.`);
  }
  if (start.startsWith('{\\rtf')) {
    throw new DocumentError(`${file}: dit is een RTF-bestand. Open het in Word of LibreOffice en bewaar het als .docx of pdf.`);
  }
  if (/^(?:\x89PNG|\xFF\xD8\xFF|GIF8|II\*\0|MM\0\*|RIFF)/.test(start)) {
    throw new DocumentError(`${file}: dit is een afbeelding zonder tekst. Maak er met OCR een doorzoekbare pdf van en voeg die toe.`);
  }
  const utf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(start);
  if (!utf16 && start.includes('\0')) {
    throw new DocumentError(`${file}: dit is geen tekst maar een ander soort bestand. Gebruik ${EXTENSIONS.join(', ')}.`);
  }
  const text = utf16 ? start.replaceAll('\0', '') : start;
  if (/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|section|div|p|h1)\b/i.test(text)) return 'html';
  return looksLikeMarkdown(bytes) ? 'markdown' : 'text';
}

/** A text of headings with `#` and no page breaks. */
function looksLikeMarkdown(bytes: Uint8Array): boolean {
  const text = latin1(bytes.subarray(0, 200_000));
  return !text.includes('\f') && /^#{1,6}[ \t]*[^\s#]/m.test(text);
}

/** Reads the list of contents of a zip: a Word file holds `word/document.xml`. */
function wordOrRefuse(file: string, bytes: Uint8Array): Format {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let word = false;
  let unpacked = 0;
  let xml = 0;
  let entries = 0;
  for (let at = directoryStart(view); at >= 0 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; ) {
    const nameLength = view.getUint16(at + 28, true);
    const name = latin1(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name === 'word/document.xml') word = true;
    unpacked += view.getUint32(at + 24, true);
    if (/\.(?:xml|rels)$/i.test(name)) xml += view.getUint32(at + 24, true);
    entries += 1;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (entries === 0) {
    throw new DocumentError(`${file}: het bestand is afgebroken of beschadigd. Haal het opnieuw op en voeg het dan toe.`);
  }
  if (!word) throw new DocumentError(`${file}: dit is een zip-bestand, geen Word-document. Pak het uit en voeg het document zelf toe.`);
  if (unpacked > LIMITS.unpackedBytes || xml > LIMITS.unpackedXmlBytes) {
    throw new DocumentError(`${file}: het bestand is uitgepakt te groot. Bewaar het zonder afbeeldingen en probeer het opnieuw.`);
  }
  return 'word';
}

/** Offset of the central directory, from the end record in the last 64 kB; -1 when there is none (a truncated file). */
function directoryStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint32(at + 16, true);
  }
  return -1;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
