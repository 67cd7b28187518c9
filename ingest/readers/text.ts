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
      text: new TextDecoder('windows-1252').decode(bytes),
      warnings: ['De tekst is geen UTF-8 en is gelezen als Windows-1252. Controleer letters met accenten, of bewaar het bestand als UTF-8.'],
    };
  }
}
