import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { LIMITS } from './limits.ts';
import { TooDeepError } from './too-deep-error.ts';
import type { Format } from './sniff.ts';

/**
 * Reads bytes of a known format; parsers are loaded when needed. Runs in the child process.
 * @throws DocumentError with a sentence that names the file
 */
export async function parse(file: string, format: Format, bytes: Uint8Array): Promise<SourceText> {
  const source = await byFormat(file, format, bytes).catch((error: unknown) => {
    if (!(error instanceof TooDeepError) && !(error instanceof RangeError)) throw error;
    throw new DocumentError(`${file}: onderdelen staan meer dan ${LIMITS.nesting} lagen diep in elkaar; zo is het document niet te lezen. Bewaar het opnieuw, bijvoorbeeld als pdf.`);
  });
  if (source.pages.length > LIMITS.pages) {
    throw new DocumentError(`${file}: het document heeft ${source.pages.length} pagina's; het maximum is ${LIMITS.pages}. Splits het document.`);
  }
  const size = source.pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
  if (size > LIMITS.textBytes) {
    throw new DocumentError(
      `${file}: het document bevat ${(size / 1024 / 1024).toFixed(1)} MB tekst; het maximum is ${LIMITS.textBytes / 1024 / 1024} MB. Splits het document.`,
    );
  }
  if (!source.pages.some((page) => /[\p{L}\p{N}]/u.test(page))) {
    throw new DocumentError(`${file}: er is geen tekst gevonden. Controleer het bestand of haal het opnieuw op.`);
  }
  return source;
}

async function byFormat(file: string, format: Format, bytes: Uint8Array): Promise<SourceText> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).readText(bytes);
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown(bytes);
    case 'html':
      return (await import('./html.ts')).readHtml(bytes);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(file, bytes);
    case 'word':
      return (await import('./word.ts')).readWord(file, bytes);
  }
}
