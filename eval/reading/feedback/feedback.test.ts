import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileFeedbackStore } from '../../../server/runtime/feedback-store.ts';
import { loadCases } from '../../load/load-cases.ts';
import { cite, documents } from '../../testing/fixtures.ts';
import { writeFeedbackDrafts } from './feedback-drafts.ts';
import { readFeedback, type AgreedFeedback } from './read-feedback.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-feedback-'));
});
afterEach(() => rm(dir, { recursive: true }));

const { documentId, start, end, quote } = cite('regeling', 'Het experiment eindigt uiterlijk op 1 mei 2029.');
const span = { documentId, start, end };
const agreed = { answerId: 'Antwoord_1-abc', verdict: 'fout' as const, reasons: ['onjuist' as const, 'mist-iets' as const], reason: 'De datum\nklopt niet', consent: true, question: 'Tot "wanneer" loopt het?', citations: [span], statementIds: ['pgaz-einde'] };
const texts = new Map([...documents].map(([id, { text }]) => [id, text]));

/** The file that the server writes. */
async function store(...entries: Parameters<FileFeedbackStore['add']>[0][]): Promise<string> {
  const server = new FileFeedbackStore(dir, { now: () => new Date('2026-03-01T10:00:00Z') });
  for (const entry of entries) await server.add(entry);
  return join(dir, 'feedback-2026-03-01.jsonl');
}
const read = async (...entries: Parameters<typeof store>): Promise<AgreedFeedback[]> => (await readFeedback([await store(...entries)])).agreed;

describe('feedback files', () => {
  test('give the questions of who agreed, one an answer; other verdicts are counted', async () => {
    const path = await store(agreed, { answerId: 'antwoord-2', verdict: 'goed' }, { ...agreed, answerId: 'antwoord-3', consent: false }, { ...agreed, verdict: 'goed' });
    const { agreed: found, without } = await readFeedback([path]);
    expect(found.map(({ answerId, verdict, question }) => [answerId, verdict, question])).toEqual([['Antwoord_1-abc', 'goed', agreed.question]]);
    expect(without).toBe(2);
  });

  test('that are none are named, all at once, with the line and what to do', async () => {
    const path = join(dir, 'b.jsonl');
    await writeFile(path, '{"time":"x","answerId":"antwoord-1","verdict":"mooi"}\n\nhallo\n');
    await expect(readFeedback([path, join(dir, 'weg.jsonl')])).rejects.toThrow(/regel 1: .*\(verdict\)[^]*regel 3: .*\(geen JSON\)[^]*weg\.jsonl is niet te lezen\. Geef een bestand uit de map van FEEDBACK_DIR/);
  });
});

describe('draft cases of feedback', () => {
  test('ask the question again, with what was cited as evidence and what the asker said beside it', async () => {
    const folder = join(dir, 'concepten');
    const { files, notes } = await writeFeedbackDrafts(await read(agreed), documents, folder);
    expect([notes, files]).toEqual([[], [{ path: join(folder, 'tune-reacties.yaml'), cases: 1 }]]);
    const [one, ...others] = await loadCases(folder, texts);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ question: agreed.question, split: 'tune', abstain: false, hand: { wrote: 'person', seen: ['answers'] } });
    expect(one?.gold).toBeUndefined();
    expect(one?.evidence[0]?.anyOf.map((alternative) => alternative.quote)).toEqual([quote]);
    const yaml = await readFile(files[0]!.path, 'utf8');
    expect(yaml).toContain('# De vrager vond dit antwoord niet goed (onjuist, mist iets)');
    expect(yaml).toContain('# Uitleg: De datum klopt niet\n# 2026-03-01, versie ');
    expect(yaml).toContain(', uitspraken: pgaz-einde\n');
  });

  test('of an answer that cited nothing expect a refusal', async () => {
    await writeFeedbackDrafts(await read({ ...agreed, citations: [], statementIds: [] }), documents, dir);
    const [one] = await loadCases(dir, texts);
    expect(one).toMatchObject({ abstain: true, type: 'unanswerable', evidence: [] });
  });

  test('leave out a place that is no longer there, and say so', async () => {
    const gone = { documentId: 'regeling', start: 100_000, end: 100_010 };
    const { notes } = await writeFeedbackDrafts(await read({ ...agreed, citations: [gone, { ...span, documentId: 'weg' }, span] }), documents, dir);
    expect(notes).toEqual(['Reactie Antwoord_1-abc: in regeling staat niets meer op 100000–100010; dat citaat blijft weg.', expect.stringContaining('in weg staat niets meer')]);
    expect((await loadCases(dir, texts))[0]?.evidence[0]?.anyOf).toHaveLength(1);
  });

  test('are not made of a question with data about a patient', async () => {
    const { files, notes } = await writeFeedbackDrafts(await read({ ...agreed, question: 'Mag overleg over mevrouw Jansen?' }), documents, dir);
    expect([files, notes]).toEqual([[], [expect.stringContaining('gegevens van een patiënt')]]);
    expect(notes[0]).not.toContain('Jansen');
  });

  test('do not overwrite what was changed by hand', async () => {
    await writeFile(join(dir, 'tune-reacties.yaml'), '# met de hand');
    const { files, notes } = await writeFeedbackDrafts(await read(agreed), documents, dir);
    expect([files, notes]).toEqual([[], [expect.stringContaining('er is niets overschreven')]]);
  });
});
