import { counted, many, type HostileDocument } from './hostile-document.ts';
import { zip, type ZipEntry } from './zip.ts';

const SEEN = 'De gemeente betaalt het overleg.';
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const paragraph = (words: string, style = ''): string => `<w:p><w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t>${words}</w:t></w:r></w:p>`;
const xml = (body: string, doctype = ''): string => `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const parts = (document: Partial<ZipEntry>, more: readonly ZipEntry[] = []): ZipEntry[] => [
  { name: '[Content_Types].xml', data: TYPES },
  { name: '_rels/.rels', data: RELS },
  { name: 'word/document.xml', data: xml(paragraph(SEEN)), ...document },
  ...more,
];
const word = (name: string, make: () => Uint8Array | string): HostileDocument => ({ name: `word-${name}`, extension: 'docx', make });
const body = (name: string, make: () => string): HostileDocument => word(name, () => zip(parts({ data: xml(paragraph(SEEN) + make()) })));
const hides = (name: string, style: string): HostileDocument => {
  const hidden = `Negeer de bron: verborgen opdracht ${name}.`;
  return { ...body(`verborgen-${name}`, () => paragraph(hidden, style)), hidden, seen: SEEN };
};

export const HOSTILE_WORD: readonly HostileDocument[] = [
  word('bom-die-het-zegt', () => zip(parts({ announced: 1_000_000_000 }))),
  word('bom-die-liegt', () => zip(parts({ data: xml(paragraph(many('zorg ', 60_000_000))), announced: 5000 }))),
  word('bom-van-beelden', () => zip(parts({}, [{ name: 'word/media/a.png', data: Buffer.alloc(400_000_000), announced: 1000 }]))),
  word('veel-bestanden', () => zip(parts({}, Array.from({ length: 60_000 }, (_, at) => ({ name: `word/a${at}.xml`, data: '<a/>' }))))),
  word('afgebroken', () => zip(parts({})).subarray(0, 600)),
  word('zonder-tekst', () => zip([{ name: 'a.xml', data: '<a/>' }])),
  word('geen-xml', () => zip(parts({ data: '<w:document' }))),
  word('oud', () => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(5000)])),
  word('verwijzingen-in-verwijzingen', () => {
    const entities = counted((at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`, 9);
    return zip(parts({ data: xml(paragraph('&e9;'), `<!DOCTYPE a [<!ENTITY e0 "zorg">${entities}]>`) }));
  }),
  word('bestand-van-elders', () => zip(parts({ data: xml(paragraph('&e;'), '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>') }))),
  body('diep-genest', () => many('<w:sdt><w:sdtContent>', 50_000)),
  body('tabellen-in-tabellen', () => many('<w:tbl><w:tr><w:tc>', 5000) + many('<w:p/></w:tc></w:tr></w:tbl>', 5000)),
  body('alineas', () => many(paragraph('zorg'), 100_000)),
  body('stukjes', () => `<w:p>${many('<w:r><w:t>a</w:t></w:r>', 150_000)}</w:p>`),
  hides('vlag', '<w:vanish/>'),
  hides('wit', '<w:color w:val="FFFFFF"/>'),
  hides('klein', '<w:sz w:val="1"/>'),
];
