import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../../cli.ts';
import { readIndex } from '../../../server/search/index-reader.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { sha256 } from '../../sources.ts';
import { CORPUS_DIR } from '../corpus.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';
import { tryDocument } from './try-document.ts';

const root = await mkdtemp(join(tmpdir(), 'vijandig-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const named = (names: readonly string[]) =>
  names.map((name) => {
    const found = HOSTILE_DOCUMENTS.find((one) => one.name === name);
    if (!found) throw new Error(`no document ${name}`);
    return found;
  });

/** One of each way to go wrong: all of them are tried by `npm run hostile`. */
const SAMPLE = [
  'tekst-woord-zonder-eind', 'tekst-cijferregels-met-tekst', 'tekst-voetnoten-in-het-rond', 'tekst-bolletjesregels', 'tekst-hoofdletterregels', 'tekst-streepjes-aan-het-eind',
  'markdown-haakjes', 'markdown-half-een-link', 'markdown-citaat-in-citaat', 'html-diep-genest', 'html-verborgen-wit', 'html-verborgen-met-een-klasse',
  'word-bom-die-liegt', 'word-verborgen-vlag', 'word-verborgen-wit', 'pdf-10000-bladzijden', 'pdf-bom-van-tekst', 'pdf-verborgen-wit', 'pdf-verborgen-klein', 'pdf-verborgen-buiten-beeld', 'pdf-zichtbaar-wit-op-donker',
]; // prettier-ignore

describe('a hostile document', () => {
  const sandbox = new Sandbox();
  afterAll(() => sandbox.close());
  it('is one of at least 79, each with a name of its own', () => {
    expect(HOSTILE_DOCUMENTS.length).toBeGreaterThanOrEqual(79);
    expect(new Set(HOSTILE_DOCUMENTS.map(({ name }) => name)).size).toBe(HOSTILE_DOCUMENTS.length);
  });

  it.each(named(SAMPLE))('$name ends as text or with its name, within its memory', async (document) => {
    const { faults, message, memoryMb = 0 } = await tryDocument(sandbox, root, document);
    expect(faults).toEqual([]);
    expect(message ?? '').not.toContain('seconden en is gestopt');
    expect(memoryMb).toBeLessThanOrEqual(768);
  });
});

describe('a build with hostile documents', () => {
  it('names each that is left out, and keeps the others', async () => {
    const corpus = join(root, 'corpus');
    const indexDir = join(root, 'index');
    await mkdir(join(corpus, 'documents'), { recursive: true });
    await cp(join(CORPUS_DIR, 'kinds.yaml'), join(corpus, 'kinds.yaml'));
    const refused = named(['pdf-10000-bladzijden', 'word-bom-die-het-zegt', 'tekst-bladzijden', 'pdf-haken-in-haken', 'word-bom-die-liegt', 'html-diep-genest']);
    const files: [string, string | Uint8Array][] = [
      ['goed.txt', 'De gemeente betaalt het overleg.\n'],
      ...(await Promise.all(refused.map(async ({ name, extension, make }): Promise<[string, string | Uint8Array]> => [`${name}.${extension}`, await make()]))),
      ['ook-goed.md', '# Experiment\n\nHet experiment eindigt in 2029.\n'],
    ];
    const sources = files.map(([file, content], at) => ({
      id: `d${at}`, title: file, shortTitle: `het document ${at}`, publisher: 'VWS', published: '2024', kind: 'handreiking', status: 'handreiking', authority: 2, file, licence: 'CC0-1.0', sha256: sha256(content),
    })); // prettier-ignore
    for (const [file, content] of files) await writeFile(join(corpus, 'documents', file), content);
    await writeFile(join(corpus, 'sources.yaml'), stringify(sources));
    const lines: string[] = [];
    const output = { line: (text: string) => void lines.push(text), error: (text: string) => void lines.push(text) };
    const status = await run(['--corpus', corpus, '--index', indexDir, 'build', '--skip-faulty'], {}, output);
    const said = lines.join('\n');
    for (const { name, extension } of refused) expect(said).toContain(`${name}.${extension}: `);
    expect([status, said]).toEqual([1, expect.stringContaining('6 document(en) overgeslagen')]);
    const index = await readIndex(indexDir);
    expect([...index.documents.values()].map(({ file }) => file)).toEqual(['goed.txt', 'ook-goed.md']);
    await index.close();
    expect(await readFile(join(indexDir, 'CURRENT'), 'utf8')).toMatch(/^v[\w-]+ [0-9a-f]{64}\n$/);
  });
});
