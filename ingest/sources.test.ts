import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as files from './sources.ts';
import { CORPUS_DIR } from './testing/corpus.ts';

const { loadKinds, loadSources, readSource, sha256 } = files;
const kinds = await loadKinds(CORPUS_DIR);
const parseSources = (yaml: string) => files.parseSources(yaml, kinds);

const entry = (changes: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    id: 'brief-2024',
    title: 'Brief',
    shortTitle: 'de brief',
    publisher: 'VWS',
    published: "'2024-07'",
    kind: 'kamerbrief',
    status: 'kamerbrief',
    authority: '3',
    file: 'brief.txt',
    licence: 'vrij',
    sha256: 'a'.repeat(64),
    ...changes,
  };
  return `- ${Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n  ')}\n`;
};

describe('the sources of the corpus', async () => {
  const sources = await loadSources(CORPUS_DIR);

  it('hold the five documents, binding text first in rank', () => {
    // a document that is added later is no fault
    expect(sources.slice(0, 5).map(({ id, published, status, authority }) => [id, published, status, authority])).toEqual([
      ['aanwijzing-pgaz-2024', '2024-04-19', 'bindend', 1],
      ['handleiding-pgaz-2024', '2024-07', 'handreiking', 2],
      ['kamerbrief-pgaz-2023', 'zonder datum (vergaderjaar 2023–2024)', 'kamerbrief', 3],
      ['iza-ggz-zpm-2022', '2022-09-16', 'akkoord', 4],
      ['verslag-bijeenkomsten-alk-2024', '2024-10-15', 'verslag', 5],
    ]);
  });

  it('have the bytes that their sha256 says, and give addresses only if a source text does', async () => {
    const texts = await Promise.all(sources.map((source) => readSource(CORPUS_DIR, source)));
    const all = texts.map(String).join('\n');
    for (const { address } of sources) if (address !== undefined) expect(all).toContain(address);
    expect(sources.filter(({ address }) => address !== undefined)).toHaveLength(1);
  });
});

describe('parseSources', () => {
  it('reads an entry and an empty file', () => {
    expect(parseSources(entry())[0]).toMatchObject({ id: 'brief-2024', authority: 3 });
    expect(parseSources('')).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a missing field', { title: '' }, /regel 1 \(brief-2024\): Vul 'title' in/],
    ['an unknown field', { titel: 'x' }, /onbekend veld "titel"/],
    ['an id with capitals', { id: 'Brief 2024' }, /alleen kleine letters/],
    ['an impossible date', { published: "'2024-13'" }, /regel 5 \(brief-2024\): Schrijf 'published' als/],
    ['a date as a number', { published: '2024' }, /regel 5 \(brief-2024\): Vul 'published' in als tekst/],
    ['an impossible end', { supersededOn: "'2015-02-30'" }, /regel 12 \(brief-2024\): Schrijf 'supersededOn' als/],
    ['an end in words', { supersededOn: 'onlangs' }, /Schrijf 'supersededOn' als '2015-01-01', '2015-01' of '2015'/],
    ['a successor without an end', { supersededBy: 'de Jeugdwet' }, /\(brief-2024\): Vul bij 'supersededBy' ook 'supersededOn' in/],
    ['an unknown kind', { kind: 'boek' }, /regel 6 .*Kies voor 'kind' één van: aanwijzing/],
    ['rank zero', { authority: '0' }, /1 of hoger/],
    ['a short title without article', { shortTitle: 'brief' }, /lidwoord/],
    ['a path as file', { file: '../geheim.txt' }, /alleen een bestandsnaam/],
    ['a wrong sha256', { sha256: 'abc' }, /64 tekens/],
    ['an address that is none', { address: 'javascript:alert(1)' }, /https:/],
  ])('names file, line and remedy for %s', (_, changes, expected) => {
    const parse = (): unknown => parseSources(entry(changes));
    expect(parse).toThrow(expected);
    expect(parse).toThrow(/^sources\.yaml klopt niet/);
  });

  it('accepts words where a source bears no date', () => {
    expect(parseSources(entry({ published: 'zonder datum' }))[0]?.published).toBe('zonder datum');
  });

  it.each(['2015-01-01', '2015-01', '2015'])('keeps when a source ceased to hold (%s) and what replaced it', (supersededOn) => {
    const ended = { supersededOn: `'${supersededOn}'`, supersededBy: 'de Jeugdwet' };
    expect(parseSources(entry(ended))[0]).toMatchObject({ supersededOn, supersededBy: 'de Jeugdwet' });
    expect(parseSources(entry())[0]).not.toHaveProperty('supersededOn');
  });

  it('names both lines of a duplicate', () => {
    expect(() => parseSources(entry() + entry({ file: 'ander.txt' }))).toThrow(/regel 12: id "brief-2024" staat ook op regel 1/);
    expect(() => parseSources(entry() + entry({ id: 'ander' }))).toThrow(/file "brief\.txt" staat ook op regel 9/);
  });

  it('names all faults at once, and broken YAML by line', () => {
    expect(() => parseSources(entry({ title: '', kind: 'boek' }))).toThrow(/title[^]*kind/);
    expect(() => parseSources('- id: a\n  title: "open\n')).toThrow(/regel [23]: dit is geen geldige YAML/);
    expect(() => parseSources('id: a')).toThrow(/verwacht een lijst/);
    expect(() => parseSources('- zomaar tekst')).toThrow(/verwacht een bron met velden/);
  });
});

describe('readSource', () => {
  let dir = '';
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('refuses missing and changed files by name', async () => {
    dir = await mkdtemp(join(tmpdir(), 'bronnen-'));
    await mkdir(join(dir, 'documents'));
    const [source] = parseSources(entry());
    if (!source) throw new Error('no source');
    await expect(readSource(dir, source)).rejects.toThrow(/^brief\.txt: het bestand is niet te lezen/);
    await writeFile(join(dir, 'documents', 'brief.txt'), 'Tekst');
    await expect(readSource(dir, source)).rejects.toThrow(new RegExp(`^brief\\.txt: de inhoud is anders.*sha256: ${sha256('Tekst')}`));
    expect(String(await readSource(dir, { ...source, sha256: sha256('Tekst') }))).toBe('Tekst');
    await expect(loadSources(join(dir, 'niets'))).rejects.toThrow(/^sources\.yaml is niet te lezen/);
  });
});
