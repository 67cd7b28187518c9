import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Citation, DocumentDetail } from '../../server/contract.ts';
import { pageAt } from '../../server/corpus/document.ts';
import type { DocumentStore } from '../../server/assistant/services.ts';
import { quoteLink } from '../../server/corpus/quote-link.ts';

const folder = resolve(import.meta.dirname, '../../corpus/documents');

/** Two real sources with their text as it stands in the file: enough to read, mark and step through. */
export const documents: DocumentDetail[] = [
  read('aanwijzing-pgaz-2024', {
    title: 'Aanwijzing van de Minister voor Medische Zorg, kenmerk 3805336-1064180-PZO, experiment bekostiging patiëntengroepsgebonden afstemming, met toelichting',
    publisher: 'Ministerie van VWS',
    published: '2024-04-19',
    kind: 'aanwijzing',
    kindName: 'Aanwijzing van de minister',
    status: 'bindend',
    statusName: 'Bindend',
    statusMeaning: 'Dit is een regel. Iedereen moet zich eraan houden.',
    authority: 1,
  }),
  read('handleiding-pgaz-2024', {
    title: 'Handleiding zorgverzekeraars en zorgaanbieders, Prestatie patiëntengroepsgebonden samenwerking Zvw, versie 1.0',
    publisher: 'De Juiste Zorg op de Juiste Plek (IZA-partijen)',
    published: '2024-07',
    kind: 'handreiking',
    kindName: 'Handleiding',
    status: 'handreiking',
    statusName: 'Handreiking',
    statusMeaning: 'Dit is uitleg bij de regels. Het is geen vast kader.',
    authority: 2,
    address: 'https://www.dejuistezorgopdejuisteplek.nl/',
  }),
];

function read(id: string, facts: Omit<DocumentDetail, 'id' | 'pages' | 'sha256' | 'text' | 'pageStarts' | 'blocks'>): DocumentDetail {
  const text = readFileSync(resolve(folder, `${id}.txt`), 'utf8');
  const pageStarts = [0, ...[...text.matchAll(/\f/g)].map(({ index }) => index + 1)];
  return { id, ...facts, pages: pageStarts.length, sha256: createHash('sha256').update(text).digest('hex'), text, pageStarts };
}

export const fakeDocuments: DocumentStore = {
  list: () => documents.map(({ text: _text, pageStarts: _pageStarts, blocks: _blocks, ...summary }) => summary),
  get: (id) => documents.find((document) => document.id === id),
};

/** A citation of words that stand in a source, whatever its lines. */
export function cite(n: number, documentId: string, words: string, section = ''): Citation {
  const document = documents.find(({ id }) => id === documentId);
  if (document === undefined) throw new Error(`No document ${documentId}`);
  const pattern = new RegExp(words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'));
  const match = pattern.exec(document.text);
  if (match === null) throw new Error(`Not in ${documentId}: ${words}`);
  const [start, end] = [match.index, match.index + match[0].length];
  const { title, publisher, published, status, statusName, statusMeaning, sha256 } = document;
  const place = { documentId, start, end, quote: match[0] };
  return { n, ...place, title, publisher, published, status, statusName, statusMeaning, page: pageAt(document.pageStarts, start), section, documentSha256: sha256, href: quoteLink(place) };
}
