import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { INDEX_FILES } from '../server/search/index-manifest.ts';
import { run } from './cli.ts';
import { CORPUS_DIR } from './testing/corpus.ts';
import { encryptedPdf } from './testing/broken-files.ts';
import { makePdf } from './testing/make-pdf.ts';
import { sha256 } from './sources.ts';

const root = await mkdtemp(join(tmpdir(), 'ingest-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let corpus = '';
let index = '';
let count = 0;

/** Runs a command on the corpus of the test. */
async function ingest(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const lines: string[] = [];
  const faults: string[] = [];
  const status = await run(['--corpus', corpus, '--index', index, ...args], {}, { line: (text) => lines.push(text), error: (text) => faults.push(text) });
  return { status, out: lines.join('\n'), err: faults.join('\n') };
}

const sourcesYaml = (): Promise<string> => readFile(join(corpus, 'sources.yaml'), 'utf8');
const indexState = async (): Promise<string> => `${await readFile(join(index, 'CURRENT'), 'utf8').catch(() => 'none')} ${(await readdir(index).catch(() => [])).sort().join()}`;

const builtOnce = join(root, 'index-built');

/** An index of the test's corpus as it stands at the start; built once, since embedding takes seconds. */
async function buildIndex(): Promise<void> {
  if (!existsSync(builtOnce)) {
    await ingest();
    await cp(index, builtOnce, { recursive: true });
  } else await cp(builtOnce, index, { recursive: true });
}

/** A corpus of one short document beside the glossary. */
beforeEach(async () => {
  count += 1;
  corpus = join(root, `corpus-${count}`);
  index = join(root, `index-${count}`);
  await cp(CORPUS_DIR, corpus, { recursive: true, filter: (path) => !/\/(?:routes|statements|questions|missing\.yaml|comparisons\.yaml)/.test(path) });
  const yaml = await sourcesYaml();
  const entry = yaml.slice(yaml.indexOf('- id: iza'), yaml.indexOf('- id: verslag'));
  await writeFile(join(corpus, 'sources.yaml'), `# Bronnen\n\n${entry}`);
  for (const file of await readdir(join(corpus, 'documents'))) {
    if (!file.startsWith('iza')) await rm(join(corpus, 'documents', file));
  }
});

async function addFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(root, name);
  await writeFile(path, content);
  return path;
}

const METADATA = ['--yes', '--short-title', 'de brief', '--publisher', 'VWS', '--published', '2024-07', '--kind', 'kamerbrief', '--status', 'kamerbrief', '--authority', '3', '--licence', 'vrij'];

describe('build', () => {
  it('builds, does nothing when nothing changed, embeds only what is new', async () => {
    expect(await ingest()).toMatchObject({ status: 0, out: expect.stringMatching(/1 documenten, 6 passages, waarvan 6 nieuw berekend/) as string });
    const before = await indexState();
    expect(await ingest('build')).toEqual({ status: 0, out: 'De index is bijgewerkt; er is niets veranderd.', err: '' });
    expect(await indexState()).toBe(before);
    await ingest('add', await addFile('extra.txt', 'Kamerbrief extra\n\nDe zorgverzekeraar betaalt de afstemming.'), ...METADATA);
    expect((await ingest()).out).toMatch(/2 documenten, 7 passages, waarvan 1 nieuw berekend/);
    expect((await ingest('check')).out).toContain('De index is bijgewerkt.');
  });

  it('does not replace the index when a rule quotes what stands in no document', async () => {
    await buildIndex();
    const before = await indexState();
    await cp(join(CORPUS_DIR, 'routes'), join(corpus, 'routes'), { recursive: true });
    const built = await ingest();
    expect(built.status).toBe(1);
    expect(built.err).toMatch(/routes\/pgaz\.yaml, regel \d+/);
    expect(await indexState()).toBe(before);
    expect(await ingest('check')).toMatchObject({ status: 1, err: expect.stringMatching(/routes\/pgaz\.yaml, regel \d+/) as string });
  });

  it('does not replace the index when a statement quotes what stands in no document', async () => {
    await buildIndex();
    const before = await indexState();
    await cp(join(CORPUS_DIR, 'statements'), join(corpus, 'statements'), { recursive: true });
    const fault = /- statements\/pgaz-contract\.yaml, regel \d+: uitspraak "pgaz-overeenkomst": onbekend document/;
    expect(await ingest()).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
    expect(await indexState()).toBe(before);
    expect(await ingest('check')).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
  });

  it('does not replace the index when what is missing names a document that is not there', async () => {
    await buildIndex();
    const before = await indexState();
    await cp(join(CORPUS_DIR, 'missing.yaml'), join(corpus, 'missing.yaml'));
    const fault = /- corpus\/missing\.yaml, regel \d+: er is geen document "aanwijzing-pgaz-2024"/;
    expect(await ingest()).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
    expect(await indexState()).toBe(before);
    expect(await ingest('check')).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
  });

  it('does not replace the index when a scenario of a route does not come out', async () => {
    await buildIndex();
    const before = await indexState();
    await cp(CORPUS_DIR, corpus, { recursive: true });
    const route = join(corpus, 'routes', 'wlz-dos.yaml');
    await writeFile(route, (await readFile(route, 'utf8')).replace('status: onbekend', 'status: van-toepassing'));
    const fault = /- routes\/wlz-dos\.yaml, regel \d+: situatie "Een aanbieder in de Wlz in een groepsoverleg", uitkomst: verwacht van-toepassing, gekregen onbekend/;
    expect(await ingest()).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
    expect(await indexState()).toBe(before);
    expect(await ingest('check')).toMatchObject({ status: 1, err: expect.stringMatching(fault) as string });
  });

  it('rebuilds a damaged index', async () => {
    await buildIndex();
    const [version = ''] = (await readdir(index)).filter((name) => name.startsWith('v'));
    await writeFile(join(index, version, INDEX_FILES.passages), '{}');
    expect((await ingest()).out).toMatch(/waarvan \d+ nieuw berekend/);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['geheim.pdf', encryptedPdf(), /geheim\.pdf: de pdf is beveiligd met een wachtwoord/],
    ['half.pdf', '%PDF-1.4 half', /half\.pdf: de pdf is beschadigd of afgebroken/],
    ['leeg.txt', '', /leeg\.txt: het bestand is leeg/],
    ['nep.pdf', 'gewone tekst', /nep\.pdf: de naam zegt een pdf, maar de inhoud is platte tekst/],
  ])('leaves the old index alone when %s cannot be read', async (file, content, expected) => {
    await buildIndex();
    const before = await indexState();
    await writeFile(join(corpus, 'documents', file), content);
    await writeFile(
      join(corpus, 'sources.yaml'),
      `${await sourcesYaml()}\n- {id: fout, title: Fout, shortTitle: de fout, publisher: x, published: '2024', kind: anders, status: overig, authority: 9, file: ${file}, licence: vrij, sha256: ${sha256(content)}}\n`,
    );
    const { status, err } = await ingest();
    expect(status).toBe(1);
    expect(err).toMatch(expected);
    expect(err).toContain('De index is niet vervangen. De andere 1 documenten zijn in orde');
    expect(err).not.toContain(root);
    expect(await indexState()).toBe(before);
    // Whoever wants to goes on with the others, and is told again.
    const skipped = await ingest('build', '--skip-faulty');
    expect(skipped.out).toMatch(/1 documenten, 6 passages, waarvan 0 nieuw berekend/);
    expect(skipped).toMatchObject({ status: 1, err: expect.stringMatching(expected) as string });
  });

  it.each<[string, (yaml: string) => string, RegExp]>([
    ['a wrong sha256', (yaml) => yaml.replace(/sha256: ./, 'sha256: f'), /iza-ggz-zpm-2022\.txt: de inhoud is anders dan sha256/],
    ['a duplicate id', (yaml) => yaml + yaml.slice(yaml.indexOf('- id')).replace('file: iza', 'file: x'), /sources\.yaml klopt niet[^]*staat ook op regel/],
    ['broken YAML', (yaml) => `${yaml}  title: [`, /sources\.yaml klopt niet[^]*regel \d+: dit is geen geldige YAML/],
    ['no documents', () => '# leeg\n', /geen enkel document/],
  ])('refuses %s and leaves the old index alone', async (_, change, expected) => {
    await buildIndex();
    const before = await indexState();
    await writeFile(join(corpus, 'sources.yaml'), change(await sourcesYaml()));
    const { status, err } = await ingest();
    expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(expected) as string });
    expect(await indexState()).toBe(before);
  });

  it.each<[string, string, (yaml: string) => string, RegExp]>([
    ['a kind that says nothing', 'kinds.yaml', (yaml) => yaml.replace(/^  meaning: .*\n/m, ''), /kinds\.yaml klopt niet[^]*- regel \d+: "meaning" ontbreekt of is leeg/],
    ['a status that no kind has', 'kinds.yaml', (yaml) => yaml.replace('- status: akkoord', '- status: akkoorden'), /sources\.yaml klopt niet[^]*Kies voor 'status' één van: bindend, /],
    ['a vocabulary with an unknown group', 'vocabulary.yaml', (yaml) => yaml.replace(/^routes:/m, 'wegen:'), /^corpus\/vocabulary\.yaml, regel \d+: het veld 'wegen' bestaat niet/],
  ])('refuses %s and leaves the old index alone', async (_, name, change, expected) => {
    await buildIndex();
    const before = await indexState();
    await writeFile(join(corpus, name), change(await readFile(join(corpus, name), 'utf8')));
    const { status, err } = await ingest();
    expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(expected) as string });
    expect(await indexState()).toBe(before);
  });
});

describe('add and remove', () => {
  it('adds a PDF with proposed metadata and removes it without a trace', async () => {
    const before = await sourcesYaml();
    const { bytes } = await makePdf([{ text: 'Beleidsregel afstemming', heading: true }, { text: 'De Nederlandse Zorgautoriteit stelt op 1 mei 2024 vast dat de afstemming wordt vergoed.' }], { columns: 1 });
    const path = await addFile('Beleidsregel NZa.pdf', bytes);
    const added = await ingest('add', path, '--yes', '--licence', 'Publiek domein');
    expect(added).toMatchObject({ status: 0, out: expect.stringMatching(/^beleidsregel-nza is toegevoegd/) as string });
    const yaml = await sourcesYaml();
    expect(yaml.startsWith(before)).toBe(true);
    expect(yaml).toContain("published: 2024-05-01\n");
    expect(yaml).toContain('publisher: Nederlandse Zorgautoriteit\n  ');
    expect(yaml).toContain('kind: beleidsregel');
    expect(await readFile(join(corpus, 'documents', 'beleidsregel-nza.pdf'))).toEqual(Buffer.from(bytes));
    const report = JSON.parse((await ingest('report', '--json')).out) as { id: string; pages: number }[];
    expect(report.map(({ id, pages }) => `${id} ${pages}`)).toEqual(['iza-ggz-zpm-2022 1', 'beleidsregel-nza 1']);

    expect(await ingest('add', path, '--yes', '--id', 'ander', '--licence', 'x')).toMatchObject({ status: 1, err: expect.stringContaining('staat al in het corpus, als beleidsregel-nza') as string });
    expect(await ingest('remove', 'beleidsregel-nza')).toMatchObject({ status: 0 });
    expect((await sourcesYaml()).trim()).toBe(before.trim());
    expect(await readdir(join(corpus, 'documents'))).toEqual(['iza-ggz-zpm-2022.txt']);
  });

  it('adds nothing when metadata is missing, and names all of it', async () => {
    const before = await sourcesYaml();
    const { status, err } = await ingest('add', await addFile('vaag.txt', 'zomaar wat tekst'), '--yes');
    expect(status).toBe(1);
    for (const field of ['shortTitle', 'publisher', 'published', 'kind', 'status', 'authority', 'licence']) expect(err).toContain(field);
    expect(await sourcesYaml()).toBe(before);
    expect(await readdir(join(corpus, 'documents'))).toHaveLength(1);
  });

  it('refuses a taken id, an unreadable file and an unknown id', async () => {
    const path = await addFile('iza-ggz-zpm-2022.txt', 'Een andere tekst.');
    expect((await ingest('add', path, ...METADATA)).err).toMatch(/Het id "iza-ggz-zpm-2022" bestaat al/);
    expect((await ingest('add', await addFile('leeg.pdf', ''), ...METADATA)).err).toMatch(/^leeg\.pdf: het bestand is leeg/);
    expect((await ingest('add', join(root, 'weg.txt'), ...METADATA)).err).toMatch(/^weg\.txt: het bestand bestaat niet/);
    expect((await ingest('remove', 'niets')).err).toMatch(/geen document met id "niets"\. Bekend zijn: iza-ggz-zpm-2022/);
  });

  it('does not remove a document that rules still quote', async () => {
    await cp(join(CORPUS_DIR, 'routes'), join(corpus, 'routes'), { recursive: true });
    const { status, err } = await ingest('remove', 'iza-ggz-zpm-2022');
    expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(/regels citeren het document nog: .*\.yaml/) as string });
    expect(await readdir(join(corpus, 'documents'))).toHaveLength(1);
  });
});

describe('check, report and usage', () => {
  it('checks without writing and warns of stray files', async () => {
    await writeFile(join(corpus, 'documents', 'los.txt'), 'x');
    const { status, out } = await ingest('check');
    expect(status).toBe(0);
    expect(out).toContain('In orde: iza-ggz-zpm-2022.txt (1 pagina’s, 6 passages)');
    expect(out).toContain('los.txt staat in corpus/documents/, maar niet in sources.yaml');
    expect(out).toContain('De index is niet bijgewerkt');
    expect(await readdir(root)).not.toContain(`index-${count}`);
  });

  it('reports what became of the text', async () => {
    const { out } = await ingest('report');
    expect(out).toMatch(/1 pagina’s · 6\d\d woorden · \d+ zinnen · 6 passages · 3 koppen/);
    expect(out).toContain('zorgverzeke raars → zorgverzekeraars (p. 1)');
    expect(out).toContain('6. Regionale samenwerking in de ggz (p. 1)');
  });

  it('explains wrong usage in Dutch', async () => {
    expect(await ingest('--nietes')).toEqual({ status: 2, out: '', err: 'Onbekende optie --nietes. Zie "npm run ingest -- --help".' });
    expect((await ingest('add')).err).toMatch(/Er ontbreekt iets achter de opdracht: bestand/);
    expect((await ingest('bouw')).err).toMatch(/Deze opdracht is niet bekend/);
    expect((await ingest('--help')).out).toMatch(/Gebruik:[^]*Opdrachten:/);
  });
});
