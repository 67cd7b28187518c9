import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encryptedPdf } from '../testing/broken-files.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { readDocument } from './read-document.ts';

const dir = await mkdtemp(join(tmpdir(), 'lezen-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
}

describe('readDocument', () => {
  it('reads a PDF in a process of its own', async () => {
    const { bytes } = await makePdf([{ text: 'De zorgverzekeraar betaalt de afstemming.' }], { columns: 1 });
    expect((await readDocument(await file('brief.pdf', bytes))).pages).toEqual(['De zorgverzekeraar betaalt de afstemming.']);
  });

  it('reads HTML, Markdown and plain text there too', async () => {
    expect((await readDocument(await file('a.html', '<!doctype html><main><p>Tekst.</p></main>'))).blocks).toHaveLength(1);
    expect((await readDocument(await file('a.md', '# Kop\n\nTekst.'))).blocks).toHaveLength(2);
    expect((await readDocument(await file('a.txt', 'Een.\fTwee.'))).pages).toEqual(['Een.', 'Twee.']);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['geheim.pdf', encryptedPdf(), /^geheim\.pdf: de pdf is beveiligd met een wachtwoord\. Bewaar hem zonder wachtwoord/],
    ['kapot.pdf', '%PDF-1.7\nniets', /^kapot\.pdf: de pdf is beschadigd of afgebroken/],
    ['wit.txt', ' \n\f\n ', /^wit\.txt: er is geen tekst gevonden/],
    ['lang.txt', 'zorg '.repeat(500_000), /^lang\.txt: het document bevat 2\.4 MB tekst; het maximum is 2 MB/],
    ['dik.txt', 'bladzijde\f'.repeat(600), /^dik\.txt: het document heeft 601 pagina's; het maximum is 500/],
  ])('refuses %s', async (name, content, expected) => {
    await expect(readDocument(await file(name, content))).rejects.toThrow(expected);
  });

  it('says so when a file is missing, without its folder', async () => {
    await expect(readDocument(join(dir, 'weg.pdf'))).rejects.toThrow(/^weg\.pdf: het bestand bestaat niet of is niet te lezen/);
  });

  it('stops a document that takes too long', async () => {
    const path = await file('traag.md', '# Kop\n\nTekst.');
    await expect(readDocument(path, undefined, { taskMs: 1 })).rejects.toThrow(/^traag\.md: het lezen duurde langer dan 0 seconden/);
  });

  it('survives a document that takes too much memory', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `<tr><td>cel ${at}</td><td><b>vet</b> en <i>schuin</i></td></tr>`).join('');
    const path = await file('zwaar.html', `<!doctype html><main><table>${rows}</table></main>`);
    await expect(readDocument(path, undefined, { heapMb: 24 })).rejects.toThrow(/^zwaar\.html: het lezen kostte te veel geheugen \(meer dan 24 MB\)/);
  });
});
