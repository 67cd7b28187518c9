import { describe, expect, it } from 'vitest';
import { CORPUS_DIR, sourceOf } from '../testing/corpus.ts';
import { readText } from '../readers/text.ts';
import { loadKinds } from '../sources.ts';
import { proposeMetadata } from './propose-metadata.ts';

const kinds = await loadKinds(CORPUS_DIR);
const propose = (name: string, text: string) => proposeMetadata(`/tmp/${name}`, readText(Buffer.from(text)), kinds);

describe('proposeMetadata', () => {
  it('reads title, publisher, date and kind from the sources themselves', () => {
    expect(propose('Aanwijzing PGAZ.txt', sourceOf('aanwijzing-pgaz-2024.txt'))).toMatchObject({
      id: 'aanwijzing-pgaz',
      file: 'aanwijzing-pgaz.txt',
      publisher: 'Ministerie van VWS',
      published: '2024-04-19',
      kind: 'aanwijzing',
      status: 'bindend',
      authority: 1,
      title: expect.stringMatching(/^Aanwijzing van de Minister voor Medische Zorg/) as string,
    });
    expect(propose('verslag.txt', sourceOf('verslag-bijeenkomsten-alk-2024.txt'))).toMatchObject({
      title: 'Verslag plan van aanpak bijeenkomsten ALK pakketagenda IZA 2023-2025 – ALK',
      published: '2024-09-17',
      kind: 'verslag',
      publisher: 'Zorginstituut Nederland',
    });
    expect(propose('handleiding.txt', sourceOf('handleiding-pgaz-2024.txt'))).toMatchObject({ published: '2024-07', kind: 'handreiking' });
  });

  it('proposes nothing that the text does not say', () => {
    expect(propose('Zonder iets ë.txt', 'zomaar wat tekst')).toEqual({ id: 'zonder-iets-e', file: 'zonder-iets-e.txt', title: 'zomaar wat tekst' });
  });
});
