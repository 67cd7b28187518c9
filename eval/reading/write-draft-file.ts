import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeWhole } from '../write-output.ts';
import type { Drafts } from './grades/grade-figures.ts';

/** Writes draft cases to a file, and notes it among the drafts. A file that was changed by hand stays. */
export async function writeDraftFile(path: string, cases: readonly string[], drafts: Drafts): Promise<void> {
  const content = cases.join('\n');
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before !== undefined && before !== content) {
    drafts.notes.push(`${path} bestaat al en is anders; er is niets overschreven. Verplaats dat bestand, of geef met --drafts een andere map.`);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, content);
  drafts.files.push({ path, cases: cases.length });
}
