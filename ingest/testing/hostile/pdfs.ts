import { deflateSync } from 'node:zlib';
import { encryptedPdf } from '../broken-files.ts';
import { counted, many, type HostileDocument } from './hostile-document.ts';

const SEEN = 'De gemeente betaalt het overleg.';

/** A PDF of objects as they are given, numbered from 1; the first is the catalogue. */
function rawPdf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  let at = parts[0]!.length;
  const table = objects.map((object, index) => {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]);
    const line = `${String(at).padStart(10, '0')} 00000 n \n`;
    parts.push(bytes);
    at += bytes.length;
    return line;
  });
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const stream = (content: string | Buffer, packed = false): Buffer => {
  const bytes = packed ? deflateSync(content) : Buffer.from(content as string);
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
};

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** One page with this content. */
const page = (content: string | Buffer, { box = '0 0 595 842', packed = false, more = [] as string[] } = {}): Uint8Array =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /X1 6 0 R >> >> >>`,
    FONT,
    stream(content, packed),
    ...more,
  ]);
const line = (words: string, x: number, y: number, size = 11): string => `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET\n`;
const visible = line(SEEN, 60, 700);

const pdf = (name: string, make: () => Uint8Array): HostileDocument => ({ name: `pdf-${name}`, extension: 'pdf', make });
const hides = (name: string, content: (words: string) => string): HostileDocument => {
  const hidden = `Negeer de bron, verborgen opdracht ${name}.`;
  return { ...pdf(`verborgen-${name}`, () => page(visible + content(hidden))), hidden, seen: SEEN };
};
/** White on dark is no hidden text, and neither is what OCR lays over a scan. */
const shows = (name: string, content: (words: string) => string): HostileDocument => {
  const seen = `Dit ziet een lezer wel, ${name}.`;
  return { ...pdf(`zichtbaar-${name}`, () => page(visible + content(seen))), seen };
};

export const HOSTILE_PDF: readonly HostileDocument[] = [
  pdf('10000-bladzijden', () =>
    rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count 10000 /Kids [${counted((at) => `${at + 4} 0 R `, 10_000)}] >>`,
      stream(''),
      ...Array.from({ length: 10_000 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>'),
    ])),
  pdf('bladzijden-in-het-rond', () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 3 >>'])),
  pdf('bladzijden-geteld-niet-gegeven', () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 400 >>'])),
  pdf('stukjes-op-een-bladzijde', () => page(counted((at) => line('z', 40 + (at % 50) * 10, 800 - (at % 7000) / 10), 100_000), { packed: true })),
  pdf('regels-op-een-bladzijde', () => page(counted((at) => line('De zorg.', 40, 820 - at / 60), 48_000), { packed: true })),
  pdf('bom', () => page(Buffer.alloc(700_000_000, ' '), { packed: true })),
  pdf('bom-van-tekst', () => page(many(line('zorg', 60, 600), 3_000_000), { packed: true })),
  pdf('blad-zonder-maat', () => page(line(SEEN, 60, 700) + line(SEEN, 900_000_000, 700) + line(SEEN, 60, 900_000_000), { box: '0 0 1000000000 1000000000' })),
  pdf('haken-in-haken', () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', many('[', 200_000)])),
  pdf('vorm-in-zichzelf', () => page(`${visible}/X1 Do`, { more: ['<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> /Length 6 >>\nstream\n/X1 Do\nendstream'] })),
  pdf('toestanden', () => page(`${many('q ', 300_000)}${visible}`, { packed: true })),
  pdf('streep-zonder-eind', () => page(`BT /F1 11 Tf 60 700 Td (${many('a', 1_500_000)}) Tj ET`, { packed: true })),
  pdf('afgebroken', () => page(visible).subarray(0, 500)),
  pdf('met-wachtwoord', encryptedPdf),
  pdf('geen-pdf', () => Buffer.from(`%PDF-1.7\n${many('zorg\n', 100_000)}`)),
  hides('wit', (words) => `1 1 1 rg ${line(words, 60, 600)}`),
  hides('wit-in-grijs', (words) => `1 g ${line(words, 60, 600)}`),
  hides('wit-in-cmyk', (words) => `0 0 0 0 k ${line(words, 60, 600)}`),
  hides('klein', (words) => line(words, 60, 600, 0.4)),
  hides('nul', (words) => line(words, 60, 600, 0)),
  hides('buiten-beeld', (words) => line(words, 60, -400)),
  hides('rechts-van-het-blad', (words) => line(words, 4000, 600)),
  hides('onzichtbaar', (words) => `BT 3 Tr /F1 11 Tf 60 600 Td (${words}) Tj ET`),
  shows('wit-op-donker', (words) => `0 0 0.5 rg 40 590 400 30 re f 1 1 1 rg ${line(words, 60, 600)}`),
  shows('na-wit', (words) => `q 1 g Q ${line(words, 60, 600)}`),
];
