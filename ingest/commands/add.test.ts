import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Preview } from '../adding/preview.ts';
import { loadSources } from '../sources.ts';
import { CORPUS_DIR } from '../testing/corpus.ts';
import { addDocuments, previewDocuments } from './add.ts';
import { diff } from './diff.ts';

const root = await mkdtemp(join(tmpdir(), 'add-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const OLD = 'Beleidsregel overleg\n\nDe Nederlandse Zorgautoriteit stelt op 1 mei 2024 deze beleidsregel vast.\n\nDe zorgverzekeraar betaalt het overleg. De huisarts declareert het overleg.\n';
const NEW = OLD.replace('1 mei 2024', '1 mei 2026').replace('De huisarts declareert', 'De praktijk declareert');

const STATEMENT = (quote: string) => `- id: betaalt-overleg
  text: De zorgverzekeraar betaalt het overleg.
  en: The insurer pays for the consultation.
  asks: [Wie betaalt het overleg?, Wordt het overleg betaald?, Betaalt de verzekeraar het overleg?]
  slot: wie
  quotes:
    - { document: overleg-2024, text: "${quote}" }
`;

let count = 0;
async function emptyCorpus(): Promise<string> {
  const dir = join(root, `corpus-${(count += 1)}`);
  await mkdir(join(dir, 'documents'), { recursive: true });
  await writeFile(join(dir, 'sources.yaml'), '# Bronnen\n');
  await copyFile(join(CORPUS_DIR, 'kinds.yaml'), join(dir, 'kinds.yaml'));
  await mkdir(join(dir, 'in'));
  await writeFile(join(dir, 'in', 'overleg-2024.txt'), OLD);
  await writeFile(join(dir, 'in', 'overleg-2026.txt'), NEW);
  return dir;
}

function listening(): { lines: string[]; errors: string[]; output: { line(text: string): void; error(text: string): void } } {
  const lines: string[] = [];
  const errors: string[] = [];
  return { lines, errors, output: { line: (text) => void lines.push(text), error: (text) => void errors.push(text) } };
}

const stateOf = async (dir: string): Promise<string> => `${await readFile(join(dir, 'sources.yaml'), 'utf8')}\n${(await readdir(join(dir, 'documents'))).join()}`;

describe('a dry run', () => {
  it('shows every proposal with the place where it was found, and writes nothing', async () => {
    const dir = await emptyCorpus();
    const before = await stateOf(dir);
    const { lines, output } = listening();
    expect(await previewDocuments(dir, [join(dir, 'in', 'overleg-2024.txt')], { given: {} }, output)).toBe(0);
    const text = lines.join('\n');
    expect(text).toMatch(/Titel: +Beleidsregel overleg {3}\(p\. 1\)/);
    expect(text).toMatch(/Uitgever: +Nederlandse Zorgautoriteit {3}\(p\. 1: "De Nederlandse Zorgautoriteit stelt op 1 mei 2024/);
    expect(text).toMatch(/Datum: +2024-05-01 {3}\(p\. 1: /);
    expect(text).toMatch(/Soort: +beleidsregel/);
    expect(text).toMatch(/Rang: +1 {3}\(volgt uit de soort/);
    expect(text).toMatch(/1 pagina’s · \d+ woorden · \d+ zinnen · 1 passages · 1 koppen · 0 tabellen · 0 voetnoten/);
    expect(text).toMatch(/Er is niets geschreven\..*--yes/);
    expect(await stateOf(dir)).toBe(before);
  });

  it('takes a folder, names what is missing in each and goes on', async () => {
    const dir = await emptyCorpus();
    await writeFile(join(dir, 'in', 'leeg.pdf'), '');
    await writeFile(join(dir, 'in', 'plaatje.xyz'), 'geen document');
    await writeFile(join(dir, 'in', 'vaag.txt'), 'zomaar wat tekst');
    const { lines, errors, output } = listening();
    expect(await previewDocuments(dir, [join(dir, 'in')], { given: {}, json: true }, output)).toBe(1);
    const { documents, faults } = JSON.parse(lines[0] ?? '') as { documents: Preview[]; faults: string[] };
    expect(documents.map(({ name, fault }) => `${name} ${fault === undefined ? 'klaar' : 'onvolledig'}`)).toEqual(['overleg-2024.txt klaar', 'overleg-2026.txt klaar', 'vaag.txt onvolledig']);
    expect(faults).toEqual([expect.stringMatching(/^leeg\.pdf: het bestand is leeg/)]);
    expect(errors).toEqual([]);
    expect(documents[0]?.pages).toEqual([{ read: expect.stringContaining('betaalt het overleg') as string, text: expect.stringContaining('betaalt het overleg') as string }]);
  });
});

describe('adding', () => {
  it('adds a folder whole or not at all', async () => {
    const dir = await emptyCorpus();
    await writeFile(join(dir, 'in', 'vaag.txt'), 'zomaar wat tekst');
    const before = await stateOf(dir);
    await expect(addDocuments(dir, [join(dir, 'in')], { given: {} }, listening().output)).rejects.toThrow(/vaag\.txt: [^]*licence/);
    expect(await stateOf(dir)).toBe(before);
    await rm(join(dir, 'in', 'vaag.txt'));
    await addDocuments(dir, [join(dir, 'in')], { given: {} }, listening().output);
    expect((await loadSources(dir)).map(({ id }) => id)).toEqual(['overleg-2024', 'overleg-2026']);
  });

  it('refuses one title for two documents', async () => {
    const dir = await emptyCorpus();
    await expect(addDocuments(dir, [join(dir, 'in')], { given: { title: 'Eén titel' } }, listening().output)).rejects.toThrow(/title hoort bij één document/);
  });

  it('ends the old version and lists statements whose words are gone', async () => {
    const dir = await emptyCorpus();
    await addDocuments(dir, [join(dir, 'in', 'overleg-2024.txt')], { given: {} }, listening().output);
    await mkdir(join(dir, 'statements'));
    await writeFile(join(dir, 'statements', 'overleg.yaml'), STATEMENT('De huisarts declareert het overleg.').replace('De zorgverzekeraar betaalt het overleg.', 'De huisarts declareert het overleg.'));
    const preview = listening();
    await previewDocuments(dir, [join(dir, 'in', 'overleg-2026.txt')], { given: {} }, preview.output);
    expect(preview.lines.join('\n')).toContain('Dit lijkt een nieuwe versie van overleg-2024');
    const { lines, output } = listening();
    await addDocuments(dir, [join(dir, 'in', 'overleg-2026.txt')], { given: {}, supersedes: { id: 'overleg-2024' } }, output);
    expect((await loadSources(dir))[0]).toMatchObject({ id: 'overleg-2024', supersededOn: '2026-05-01', supersededBy: 'de beleidsregel' });
    expect(lines.join('\n')).toMatch(/betaalt-overleg \(overleg\.yaml\), p\. 1: "De huisarts declareert het overleg\."|De uitspraken hebben fouten/);
    const compared = listening();
    await diff(dir, 'overleg-2024', join(dir, 'in', 'overleg-2026.txt'), {}, compared.output);
    expect(compared.lines).toContain('~ p. 1: De huisarts declareert het overleg.');
  });
});
