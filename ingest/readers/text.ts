import type { SourceText } from '../canonical/source-text.ts';

/** Plain text: a form feed starts a new page. */
export function readText(bytes: Uint8Array): SourceText {
  const { text, warnings } = decode(bytes);
  return { pages: text.split('\f'), warnings };
}

/** UTF-8, UTF-16 with a byte order mark, or else Windows-1252 (with a warning). */
export function decode(bytes: Uint8Array): { text: string; warnings: string[] } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), warnings: [] };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), warnings: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    return {
      text: windows1252(bytes),
      warnings: ['De tekst is geen UTF-8 en is gelezen als Windows-1252. Controleer letters met accenten, of bewaar het bestand als UTF-8.'],
    };
  }
}

/** Bytes 80–9F; the others are as in Latin-1. Node 20's own decoder takes this encoding for Latin-1 altogether. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] ?? one);
