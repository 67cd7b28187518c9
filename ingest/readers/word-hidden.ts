/** What a run of a Word document looks like when its reader does not see it: a flag, white ink, type of at most one point. */
const VANISHES = /<w:(?:vanish|specVanish|webHidden)(?:\s*\/>|\s+w:val="(?:1|true|on)")/;
const WHITE = /<w:color\s[^>]*w:val="(?:FFFFFF|FEFEFE)"/i;
const TINY = /<w:sz\s[^>]*w:val="[0-2]"/;
/** White on a colour of the run, the paragraph or the cell is to be read. */
const COLOURED = /<w:highlight\s|<w:shd\s[^>]*w:fill="(?!auto|FFFFFF)[0-9A-F]{6}"/i;
/** Characters before a run in which its paragraph and cell begin. */
const AROUND = 5000;

/**
 * Takes what is hidden out of the XML of a Word document (mammoth, which reads it, knows no colour or size).
 * Runs do not stand within runs but for text boxes, whose text mammoth takes from elsewhere.
 */
export function withoutHiddenRuns(xml: string): { xml: string; hidden: string[] } {
  const hidden: string[] = [];
  const kept: string[] = [];
  let at = 0;
  for (const { index } of xml.matchAll(/<w:r[ >]/g)) {
    if (index < at) continue;
    const end = xml.indexOf('</w:r>', index);
    if (end < 0) break;
    const run = xml.slice(index, end + 6);
    const style = run.slice(0, run.indexOf('</w:rPr>') + 8);
    if (!style.includes('<w:rPr>') || !isHidden(style, xml.slice(Math.max(0, index - AROUND), index))) continue;
    const text = Array.from(run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g), ([, words = '']) => words).join('');
    if (text.trim() !== '') hidden.push(text.trim());
    kept.push(xml.slice(at, index));
    at = end + 6;
  }
  return { xml: kept.join('') + xml.slice(at), hidden };
}

function isHidden(style: string, before: string): boolean {
  if (VANISHES.test(style) || TINY.test(style)) return true;
  if (!WHITE.test(style) || COLOURED.test(style)) return false;
  const paragraph = before.slice(before.lastIndexOf('<w:p>') < before.lastIndexOf('<w:p ') ? before.lastIndexOf('<w:p ') : before.lastIndexOf('<w:p>'));
  const cell = before.lastIndexOf('<w:tc>') > before.lastIndexOf('</w:tc>') ? before.slice(before.lastIndexOf('<w:tc>')) : '';
  return !COLOURED.test(paragraph) && !COLOURED.test(cell);
}
