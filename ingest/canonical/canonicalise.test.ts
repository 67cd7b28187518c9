import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAt, type CanonicalDocument, type SourceMetadata } from '../../server/corpus/document.ts';
import { readMarkdown } from '../readers/markdown.ts';
import { realCorpus, TESTDATA_DIR } from '../testing/corpus.ts';
import { lostWords } from '../testing/words.ts';
import { canonicalise } from './canonicalise.ts';
import { loadDictionary } from './dictionary.ts';
import { createLexicon } from './lexicon.ts';
import type { SourceText } from './source-text.ts';

const meta = { id: 'd' } as SourceMetadata;
const dictionary = await loadDictionary();
const make = (source: SourceText) => canonicalise(source, meta, createLexicon(source.pages, dictionary));
const text = (...pages: string[]): string => make({ pages }).document.text;

describe('canonicalise', () => {
  it('tells paragraph ends from the blank line after every line', () => {
    const page = [
      'De aanwezigen spreken af dat de partijen samen een plan van aanpak zullen opstellen voor',
      'het onderwerp, en dat het Zorginstituut daarbij ondersteunt. De inhoud van de opleiding van',
      'de zorgverlener gaat via de eigen beroepsvereniging.',
      'Aanvullend is er een mogelijkheid om de makers van het zakboek te benaderen, zodat zij er',
      'een hoofdstuk aan toevoegen.',
    ].join('\n\n');
    expect(text(page).split('\n\n')).toHaveLength(2);
  });

  it('joins a paragraph that runs over a page break and starts a new one where the last line is short', () => {
    const wide = 'De uitgaven die gepaard gaan met de inzet van de afstemming zullen met';
    expect(text(`${wide}`, 'gebruikmaking van de sleutel worden verdeeld.')).toBe(`${wide} gebruikmaking van de sleutel worden verdeeld.`);
    expect(text(`${wide}\nde sleutel worden verdeeld.`, 'Daarnaast geldt iets anders, dat los staat van het bovenstaande stuk.').split('\n\n')).toHaveLength(2);
  });

  it('gives a page without text the start of the next', () => {
    const { document } = make({ pages: ['Een eerste pagina.', '', 'Een derde pagina.'] });
    expect(document.pageStarts).toEqual([0, document.text.indexOf('Een derde'), document.text.indexOf('Een derde')]);
    expect(make({ pages: [''] }).document).toMatchObject({ text: '', pageStarts: [0], blocks: [], sentences: [] });
  });

  it('drops hidden characters and reports them', () => {
    const { document, report } = make({ pages: ['Zorg\u200B kan\u{E0049} worden vergoed.'] });
    expect(document.text).toBe('Zorg kan worden vergoed.');
    expect(report.hiddenCharacters).toBe(2);
  });

  it('is pure: the same input gives the same text', async () => {
    const { documents } = await realCorpus();
    const again = (await import('../load-corpus.ts')).loadCorpus(resolve(TESTDATA_DIR, '..', '..', 'corpus'));
    expect((await again).documents).toEqual(documents);
  });
});

describe('test documents of another kind', () => {
  it.each(readdirSync(TESTDATA_DIR).filter((name) => name.endsWith('.txt')))('%s loses no word', (name) => {
    const bytes = readFileSync(resolve(TESTDATA_DIR, name));
    const { document, report } = make(readMarkdown(bytes));
    checkOffsets(document);
    expect(lostWords(bytes.toString('utf8').replace(/<\/?sup>/g, ' '), document.text, report)).toEqual([]);
    expect(document.blocks.some(({ kind }) => kind === 'heading')).toBe(true);
  });
});

describe('offsets', () => {
  it('of the real documents are in order', async () => {
    for (const document of (await realCorpus()).documents) checkOffsets(document);
  });

  const line = fc.constantFrom(
    'Artikel 3 Doel', '1 Aanleiding1', '• Een punt dat', '– met een streep', 'a) een letter', 'ii. een cijfer;', 'De zorg wordt vergoed.', 'samenwer-',
    'king in de regio', 'en bekostiging.2', '', '', '1 Kamerstuk 31 765, nr. 8.', '2 https://www.nza.nl/', '12', 'Voorwaarden', 'NZa Nederlandse Zorgautoriteit',
    'Zij zei: “Dat kan.”', 'wel of niet (zie', 'bijlage A). Daarom', '\u200B', 'A | b | c', '*', '1.', '¹', 'Tweede Kamer, vergaderjaar 2023–2024 6',
  );
  const page = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'));

  it('of any text are in order, and no word is lost', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pages) => {
        const { document, report } = make({ pages });
        checkOffsets(document);
        expect(document.pageStarts).toHaveLength(pages.length);
        expect(lostWords(pages.join('\n'), document.text, report)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function checkOffsets({ text: whole, blocks, sentences, pageStarts }: CanonicalDocument): void {
  let at = 0;
  blocks.forEach(({ start, end, lead, kind, level }, index) => {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(whole.slice(at, start).trim()).toBe('');
    if (lead !== undefined) expect(lead).toBeLessThan(index);
    expect(level === undefined).toBe(kind !== 'heading');
    at = end;
  });
  expect(at).toBe(whole.length);
  at = 0;
  for (const { start, end, block } of sentences) {
    const own = blocks[block];
    expect(start).toBeGreaterThanOrEqual(Math.max(at, own?.start ?? Infinity));
    expect(end).toBeLessThanOrEqual(own?.end ?? -1);
    expect(whole.slice(start, end).trim()).toBe(whole.slice(start, end));
    // Between sentences stands nothing but blanks and bullets.
    expect(whole.slice(at, start).replace(/(?:^|\n\n)[⁰¹²³⁴-⁹*]+ /gu, '').replace(/[\s•]/g, '')).toBe('');
    at = end;
  }
  expect(pageStarts[0]).toBe(0);
  pageStarts.forEach((start, index) => expect(start).toBeGreaterThanOrEqual(pageStarts[index - 1] ?? 0));
  expect(pageAt(pageStarts, whole.length)).toBe(pageStarts.length);
}
