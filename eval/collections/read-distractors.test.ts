import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDistractors } from './read-distractors.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-distractors-'));
});
afterEach(() => rm(dir, { recursive: true }));

const LAW = 'Titel: Wet op de oude zorg\n\nArtikel 1\n\nDe gemeente betaalt de huisarts voor het overleg. Dat doet zij elk jaar.';

test('files without a list: title from the first lines, no longer in force', async () => {
  await writeFile(join(dir, 'Oude Wet.txt'), LAW);
  await writeFile(join(dir, 'besluit.md'), '# Besluit oude zorg\n\nDe verzekeraar betaalt niets.');
  await writeFile(join(dir, 'plaatje.png'), 'x');
  const [law, order] = await readDistractors(dir);
  expect(law).toMatchObject({ id: 'oud-oude-wet', title: 'Wet op de oude zorg', supersededOn: '2015-01-01' });
  expect(law!.text).toContain('De gemeente betaalt de huisarts voor het overleg.');
  expect(order).toMatchObject({ id: 'oud-besluit', title: 'Besluit oude zorg' });
}, 60_000);

test('a list beside them tells what they are', async () => {
  await writeFile(join(dir, 'wet.txt'), LAW);
  const sha256 = createHash('sha256').update(LAW).digest('hex');
  await writeFile(
    join(dir, 'sources.yaml'),
    `- { id: wet-oude-zorg, title: De wet, shortTitle: de wet, publisher: Overheid, published: '2013', supersededOn: '2020', kind: wet, status: overig, authority: 9, file: wet.txt, licence: vrij, sha256: ${sha256} }\n`,
  );
  expect(await readDistractors(dir)).toMatchObject([{ id: 'wet-oude-zorg', published: '2013', supersededOn: '2020' }]);
}, 60_000);

test('a folder that is not there, or empty, or with a wrong list, is named', async () => {
  await expect(readDistractors(join(dir, 'weg'))).rejects.toThrow('--distractors');
  await expect(readDistractors(dir)).rejects.toThrow('bevat geen .txt- of .md-bestanden');
  await writeFile(join(dir, 'wet.txt'), LAW);
  await writeFile(join(dir, 'sources.yaml'), '- id: wet\n');
  await expect(readDistractors(dir)).rejects.toThrow('regel 1');
});
