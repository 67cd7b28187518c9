import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCases } from '../../load/load-cases.ts';
import { scoreCase } from '../../metrics/score-case.ts';
import { abstainCase, abstention, answer, cite, documents, evaluationCase } from '../../testing/fixtures.ts';
import type { Answer } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { answerKey, caseKeyOf } from '../reading-item.ts';
import type { Grade } from '../scale.ts';
import { gradeFigures } from './grade-figures.ts';
import { programGrade } from './program-grade.ts';
import { readGrades, type ReadGrades } from './read-grades.ts';
import { writeDrafts } from './write-drafts.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-grades-'));
});
afterEach(() => rm(dir, { recursive: true }));

const KEY = answerKey('test-looptijd-01', answer());
const put = async (name: string, content: unknown): Promise<string> => {
  const path = join(dir, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const pageFile = (items: unknown[], reader = 'anna') => ({ format: 'bekostigingswijzer-cijfers-1', reader, savedAt: '', items });

describe('grade files', () => {
  test('of the page and of lines of JSON; the lines get their answer from the other file', async () => {
    const page = await put('anna.json', pageFile([{ key: KEY, question: 'q', history: [], answer: answer(), grade: 3, remark: 'Helder.' }]));
    const lines = await put('bert.jsonl', `{"key":"${KEY}","grade":2}\n\n`);
    const { graded, answers } = await readGrades([page, lines]);
    expect(graded.map(({ reader, grade, remark }) => [reader, grade, remark])).toEqual([['anna', 3, 'Helder.'], ['bert', 2, undefined]]); // prettier-ignore
    expect(answers.get(KEY)).toEqual(answer());
  });

  test('lines get their answer from antwoorden.jsonl beside them, or in a folder given', async () => {
    const lines = await put('bert.jsonl', `{"key":"${KEY}","grade":2,"reader":"B."}`);
    await expect(readGrades([lines])).rejects.toThrow(/regel 1: het antwoord bij deze key is er niet \(1 keer\)\. Zet antwoorden\.jsonl/);
    const elsewhere = await mkdtemp(join(dir, 'uit-'));
    await writeFile(join(elsewhere, 'antwoorden.jsonl'), `kapot\n${JSON.stringify({ key: KEY, answer: answer() })}\n`);
    expect((await readGrades([lines], [elsewhere])).graded[0]).toMatchObject({ reader: 'B.', grade: 2 });
    await put('antwoorden.jsonl', JSON.stringify({ key: KEY, answer: answer() }));
    expect((await readGrades([lines])).answers.size).toBe(1);
  });

  test('a filled in copy of the export for readers is a grade file', async () => {
    await put('antwoorden.jsonl', JSON.stringify({ key: KEY, answer: answer() }));
    const lines = await put('c.jsonl', JSON.stringify({ key: KEY, number: 1, question: 'q', answer: 'Alleen de tekst.', sources: [], found: [], grade: 0, remark: null }));
    expect((await readGrades([lines])).graded).toMatchObject([{ reader: 'c', grade: 0 }]);
  });

  test.each([
    ['not JSON', 'hallo', /b\.jsonl, regel 1: dit is geen geldige JSON/],
    ['another file', '{"format":"iets"}', /b\.jsonl is geen bestand met cijfers\. Open lezen\.html/],
    ['a list', '[1]', /is geen bestand met cijfers/],
    ['an empty file', '', /er staat geen enkel cijfer in/],
    ['a grade that is none', `{"key":"${KEY}","grade":4}`, /regel 1, grade: geef 0, 1, 2 of 3\./],
    ['a grade in words', `{"key":"${KEY}","grade":"3"}`, /grade: geef 0, 1, 2 of 3/],
    ['no key', '{"key":"x","grade":3}', /regel 1, key: neem de key letterlijk over/],
    ['the same answer twice', `{"key":"${KEY}","grade":3}\n{"key":"${KEY}","grade":1}`, /regel 2: b gaf dit antwoord ook al een cijfer in .*regel 1/],
    ['a broken item of the page', JSON.stringify(pageFile([{ grade: 1 }])), /antwoord 1, key: de 'key' van het antwoord ontbreekt/],
  ])('%s: file and what to do', async (_, content, message) => {
    const path = await put('b.jsonl', content);
    await expect(readGrades([path])).rejects.toThrow(message);
  });

  test('all faults of all files at once', async () => {
    const path = await put('b.jsonl', 'x\ny');
    await expect(readGrades([path, join(dir, 'weg.json')])).rejects.toThrow(/regel 1[^]*regel 2[^]*weg\.json is niet te lezen/);
  });
});

const wrongAnswer = answer({ citations: [cite('brief', 'Dat is alles.')] });
const partly = evaluationCase({ id: 'test-x-02', keyFacts: [{ pattern: '1 mei 2029', vital: true }, { pattern: 'komt niet voor', vital: true }] });
const resultOf = (asked: EvaluationCase, given?: Answer) => {
  const ask = { ...(given && { answer: given }), latencyMs: 1 };
  return { case: asked, ask, scores: scoreCase(asked, ask, undefined, documents) };
};

describe("the program's grade on the readers' scale", () => {
  test.each([
    ['no answer', evaluationCase(), undefined, undefined],
    ['a number that no source holds', evaluationCase(), answer({ answer: 'Tot 1 mei 2029, of 77 jaar. [1]' }), 0],
    ['a citation that is not there', evaluationCase(), answer({ citations: [cite('regeling', 'vrij tarief', 1, { quote: 'vast tarief' })] }), 0],
    ['an answer where none is', abstainCase(), answer(), 0],
    ['refused wrongly', evaluationCase(), abstention(), 1],
    ['nothing of what was asked', evaluationCase(), wrongAnswer, 1],
    ['half of the facts', partly, answer(), 1.5],
  ])('%s', (_, asked, given, expected) => {
    expect(programGrade(resultOf(asked, given))).toBe(expected);
  });

  test('all of it is 2 or, at once, 3', () => {
    expect(programGrade(resultOf(evaluationCase(), answer()))).toBeGreaterThanOrEqual(2);
    expect(programGrade(resultOf(abstainCase(), abstention()))).toBeGreaterThanOrEqual(2);
  });
});

/** Grades of readers on cases: answers are right for 3, and wrong for the rest. */
function gradesOf(table: readonly [caseId: string, given: Answer, ...grades: (Grade | undefined)[]][]): ReadGrades {
  const graded = table.flatMap(([caseId, given, ...grades]) =>
    grades.flatMap((grade, at) => (grade === undefined ? [] : [{ key: answerKey(caseId, given), reader: ['anna', 'bert'][at]!, place: `${caseId} ${at}`, grade }])),
  );
  return { graded, answers: new Map(table.map(([caseId, given]) => [answerKey(caseId, given), given])) };
}
const cases = ['a', 'b', 'c', 'd'].map((name) => evaluationCase({ id: `test-${name}-01` }));

describe('figures', () => {
  const figures = gradeFigures(
    gradesOf([
      ['test-a-01', answer(), 3, 3],
      ['test-b-01', answer(), 3, 2],
      ['test-c-01', wrongAnswer, 0, 1],
      ['test-d-01', wrongAnswer, 1, undefined],
    ]),
    cases,
    documents,
  );

  test('readers, the mean grade of an answer, and their agreement on what both read', () => {
    expect(figures.readers).toEqual([
      { name: 'anna', n: 4, mean: 1.75, counts: [1, 1, 0, 2] },
      { name: 'bert', n: 3, mean: 2, counts: [0, 1, 1, 1] },
    ]);
    expect(figures.grade).toMatchObject({ value: (3 + 2.5 + 0.5 + 1) / 4, n: 4 });
    // Pairs (3,3) (3,2) (0,1): 1 of 3 the same. Chance: (2·1 + 0 + 0)/9 = 2/9 the same; κ = (1/3 − 2/9)/(1 − 2/9) = 1/7.
    expect(figures.agreement).toMatchObject([{ readers: ['anna', 'bert'], same: { n: 3 }, kappa: { value: expect.closeTo(1 / 7, 10) as number, n: 3 } }]);
    // Squared: seen 0 + 1 + 1 = 2; by chance (3,3,0) against (3,2,1): (0+1+4 + 0+1+4 + 9+4+1)/3 = 8; κ = 1 − 2/8.
    expect(figures.agreement[0]!.weighted.value).toBeCloseTo(0.75, 10);
  });

  test('the measures of the very answers that were read, against the mean grade', () => {
    // Program 2 2 1 1 (or 3 3 1 1) against 3 2.5 0.5 1: ranks 3.5 3.5 1.5 1.5 and 4 3 1 2; ρ = 4 / √(4 · 5).
    expect(figures.program.value).toBeCloseTo(4 / Math.sqrt(20), 10);
    const found = figures.measures.find(({ name }) => name === 'evidenceCited')!;
    expect(found.correlation).toMatchObject({ value: expect.closeTo(4 / Math.sqrt(20), 10) as number, n: 4 });
    expect(figures.measures.every(({ correlation }) => !Number.isNaN(correlation.value))).toBe(true);
  });

  test('the lowest first', () => {
    expect(figures.answers.map(({ caseId }) => caseId)).toEqual(['test-c-01', 'test-d-01', 'test-b-01', 'test-a-01']);
  });

  test('what cannot be used is named and does not count', () => {
    const read = gradesOf([['test-a-01', answer(), 3], ['test-weg-01', answer(), 0]]); // prettier-ignore
    const changed = answerKey('test-b-01', answer());
    const { answers, notes } = gradeFigures(
      { graded: [...read.graded, { key: changed, reader: 'anna', place: 'b 1', grade: 0 }], answers: new Map([...read.answers, [changed, wrongAnswer]]) },
      cases,
      documents,
    );
    expect(answers.map(({ caseId }) => caseId)).toEqual(['test-a-01']);
    expect(notes).toEqual([
      'test-weg-01 0: de vraag bij deze key is er niet meer; het cijfer telt niet mee.',
      'b 1: het antwoord op test-b-01 is veranderd sinds het werd gelezen; het cijfer telt niet mee.',
    ]);
  });

  test('one reader, or nobody whose grades count', () => {
    expect(gradeFigures(gradesOf([['test-a-01', answer(), 3]]), cases, documents).agreement).toEqual([]);
    expect(gradeFigures(gradesOf([['test-weg-01', answer(), 3]]), cases, documents)).toMatchObject({ readers: [], answers: [], agreement: [] });
  });
});

describe('draft cases', () => {
  const good = { text: 'Tot 1 mei 2029.', abstain: false, needs: 'one' as const, evidence: [{ documentId: 'regeling', quote: 'Het experiment eindigt uiterlijk op 1 mei 2029.' }] };
  const by = (reader: string, correction: typeof good, caseId = 'test-a-01') => ({ key: answerKey(caseId, answer()), reader, place: `${reader} 1`, correction });

  test('a file for each reader, in the form of eval/cases', async () => {
    const folder = join(dir, 'concepten');
    const { files, notes } = await writeDrafts([by('anna', good), by('anna', good, 'test-b-01'), by('bert', good)], cases, documents, folder);
    expect(notes).toEqual([]);
    expect(files.map(({ path, cases: n }) => [path.slice(folder.length + 1), n])).toEqual([['tune-lezer-anna.yaml', 2], ['tune-lezer-bert.yaml', 1]]); // prettier-ignore
    const yaml = await readFile(files[0]!.path, 'utf8');
    expect(yaml).toContain(`- id: tune-lezer-anna-${caseKeyOf(by('', good).key)}\n`);
    expect(yaml).toContain('op test-a-01');
    const loaded = await loadCases(folder, new Map([...documents].map(([id, { text }]) => [id, text])));
    expect(loaded.map(({ split, author, hand, gold, question }) => ({ split, author, hand, gold, question }))).toEqual(
      ['anna', 'anna', 'bert'].map((author) => ({ split: 'tune', author, hand: { wrote: 'person', seen: ['answers'] }, gold: good.text, question: cases[0]!.question })),
    );
  });

  test('what is not a case yet is named with what to do', async () => {
    const wrong = [by('anna', { ...good, text: '' }), by('bert', { ...good, evidence: [{ documentId: 'regeling', quote: 'Staat er niet.' }] }), by('cor', good, 'test-weg-01')];
    const { files, notes } = await writeDrafts(wrong, cases, documents, dir);
    expect(files).toEqual([]);
    expect(notes).toEqual([
      'anna 1: de verbetering is nog geen vraag: Schrijf nog het goede antwoord.',
      'bert 1: de verbetering is nog geen vraag: deze zin staat niet in regeling: "Staat er niet.". Neem haar letterlijk over.',
      'cor 1: de verbetering is nog geen vraag: de vraag is er niet meer.',
    ]);
  });

  test('a file that was changed by hand stays', async () => {
    await writeDrafts([by('anna', good)], cases, documents, dir);
    expect((await writeDrafts([by('anna', good)], cases, documents, dir)).notes).toEqual([]);
    const path = await put('tune-lezer-anna.yaml', '# met de hand');
    expect((await writeDrafts([by('anna', good)], cases, documents, dir)).notes[0]).toContain('er is niets overschreven');
    expect(await readFile(path, 'utf8')).toBe('# met de hand');
  });
});
