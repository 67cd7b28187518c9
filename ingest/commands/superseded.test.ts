import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSources } from '../sources.ts';
import { CORPUS_DIR } from '../testing/corpus.ts';
import { add } from './add.ts';
import { report, type DocumentReport } from './report.ts';

const root = await mkdtemp(join(tmpdir(), 'superseded-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const given = { id: 'wet', title: 'Wet op de zorg', shortTitle: 'de wet', publisher: 'Overheid', published: '2005', kind: 'wet', status: 'bindend', authority: '1', licence: 'vrij' };
let lines: string[] = [];
const output = { line: (text: string) => void lines.push(text), error: (text: string) => void lines.push(text) };

async function emptyCorpus(name: string): Promise<string> {
  const dir = join(root, name);
  await mkdir(join(dir, 'documents'), { recursive: true });
  await writeFile(join(dir, 'sources.yaml'), '');
  await copyFile(join(CORPUS_DIR, 'kinds.yaml'), join(dir, 'kinds.yaml'));
  await writeFile(join(dir, 'wet.txt'), 'Wet op de zorg\n\nDe gemeente betaalt het overleg met de huisarts.\n');
  return dir;
}

describe('a document that no longer holds', () => {
  it('is added with its end and successor as options, and reported so', async () => {
    const dir = await emptyCorpus('options');
    await add(dir, join(dir, 'wet.txt'), { given: { ...given, supersededOn: '2015', supersededBy: 'de Jeugdwet' } }, output);
    expect((await loadSources(dir))[0]).toMatchObject({ id: 'wet', supersededOn: '2015', supersededBy: 'de Jeugdwet' });
    lines = [];
    await report(dir, {}, output);
    expect(lines).toContain('  Let op: geldt niet meer sinds 2015 (in de plaats: de Jeugdwet)');
    lines = [];
    await report(dir, { json: true }, output);
    expect((JSON.parse(lines.join('\n')) as DocumentReport[])[0]).toMatchObject({ supersededOn: '2015', supersededBy: 'de Jeugdwet' });
  });

  it('is added by answering questions; without an end nothing is asked about a successor', async () => {
    const asked: string[] = [];
    const answering = (end: string) => (question: string) => {
      asked.push(question);
      return Promise.resolve(question.startsWith('Vanaf wanneer') ? end : question.startsWith('Wat ervoor') ? 'de Jeugdwet' : '');
    };
    const inForce = await emptyCorpus('in-force');
    await add(inForce, join(inForce, 'wet.txt'), { given, ask: answering('') }, output);
    expect((await loadSources(inForce))[0]).not.toHaveProperty('supersededOn');
    expect(asked.filter((question) => question.startsWith('Wat ervoor'))).toEqual([]);

    const ended = await emptyCorpus('ended');
    await add(ended, join(ended, 'wet.txt'), { given, ask: answering('2015-01-01') }, output);
    expect((await loadSources(ended))[0]).toMatchObject({ supersededOn: '2015-01-01', supersededBy: 'de Jeugdwet' });
  });

  it('is refused with a date that does not exist', async () => {
    const dir = await emptyCorpus('faulty');
    await expect(add(dir, join(dir, 'wet.txt'), { given: { ...given, supersededOn: '2015-13' } }, output)).rejects.toThrow(/Schrijf 'supersededOn' als/);
    expect(await loadSources(dir)).toEqual([]);
  });
});
