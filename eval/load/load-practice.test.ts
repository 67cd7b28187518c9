import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseFileError } from './load-cases.ts';
import { loadPractice } from './load-practice.ts';

const texts = new Map([['bron', 'Het experiment eindigt op 1 mei 2029. Daarna is er niets.']]);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(yaml: string) {
  await writeFile(join(folder, 'rol.yaml'), yaml);
  return loadPractice(folder, texts);
}

describe('loadPractice', () => {
  it('gives each question the evidence of its entry, and none where the sources do not answer', async () => {
    const questions = await load(`
- questions: [Wanneer eindigt het?, tot wanneer loopt het]
  evidence: [{ anyOf: [{ documentId: bron, quote: "eindigt op 1 mei 2029." }] }]
- questions: [Wat kost het?]
`);
    expect(questions.map(({ question, abstain, file }) => [question, abstain, file])).toEqual([
      ['Wanneer eindigt het?', false, 'rol.yaml'],
      ['tot wanneer loopt het', false, 'rol.yaml'],
      ['Wat kost het?', true, 'rol.yaml'],
    ]);
    expect(questions[1]!.evidence[0]!.anyOf[0]!.places).toEqual([{ start: 15, end: 37 }]);
  });

  it('refuses what it cannot use, with file and line', async () => {
    const faults = load(`
- questions: []
- questions: [Wanneer?]
  evidence: [{ anyOf: [{ documentId: bron, quote: "op 1 mei 2030" }] }]
- questions: [Wie?]
  bewijs: []
`);
    await expect(faults).rejects.toThrow(CaseFileError);
    const { message } = (await faults.catch((error: unknown) => error)) as Error;
    expect(message).toContain("rol.yaml, regel 2: Geef bij 'questions' ten minste één vraag.");
    expect(message).toContain('rol.yaml, regel 3: dit citaat staat niet in bron: "op 1 mei 2030".');
    expect(message).toContain('rol.yaml, regel 5: onbekend veld "bewijs".');
  });
});
