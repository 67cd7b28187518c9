import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { abstainCase, abstention, answer, cite, documents, evaluationCase, fakeSystem, searchResult } from '../testing/fixtures.ts';
import { SystemError } from '../system/failure.ts';
import { gradeFile, incomplete } from './client/grade-file.ts';
import { casesToRead, collectAnswers } from './collect-answers.ts';
import { draftCase, slug, type Correction } from './draft-case.ts';
import { answerLine, readerLine } from './export-lines.ts';
import { answerHtml } from './page/answer-html.ts';
import { readingPage } from './page/page.ts';
import { answerKey, caseKey, caseKeyOf, markableSentences } from './reading-item.ts';

const cases = Array.from({ length: 40 }, (_, at) => evaluationCase({ id: `test-looptijd-${at}` }));

describe('what is read', () => {
  test('is always the same, thirty are among the first hundred, and the order is not that of the cases', () => {
    const ten = casesToRead(cases, 10).map(({ id }) => id);
    const twenty = casesToRead([...cases].reverse(), 20).map(({ id }) => id);
    expect(twenty.slice(0, 10)).toEqual(ten);
    expect(ten).not.toEqual([...ten].sort((a, b) => cases.findIndex(({ id }) => id === a) - cases.findIndex(({ id }) => id === b)));
    expect(casesToRead(cases, 99)).toHaveLength(40);
  });

  test('a case to abstain is searched like any other, and one without an answer is named', async () => {
    const system = fakeSystem({
      ask: ({ question }) => (question === 'hapert' ? Promise.reject(new SystemError('timeout', 'Te laat.')) : Promise.resolve({ answer: question === 'Wat kost het?' ? abstention() : answer() })),
    });
    const { items, failed } = await collectAnswers(system, [evaluationCase(), abstainCase(), evaluationCase({ id: 'test-x-01', question: 'hapert' })], documents, { timeoutMs: 1000 });
    expect(items.map(({ passages }) => passages.length)).toEqual([2, 2]);
    expect(items[0]!.passages[0]).toEqual({ documentId: 'brief', title: 'De brief', page: 2, text: 'Dat is alles.' });
    expect(failed).toEqual([{ id: 'test-x-01', message: 'Te laat.' }]);
  });

  test('its key names case and answer, and tells neither', () => {
    const key = answerKey('test-onthouden-01', answer());
    expect(key).not.toContain('onthouden');
    expect(caseKeyOf(key)).toBe(caseKey('test-onthouden-01'));
    expect(answerKey('test-onthouden-01', answer({ answer: 'Anders.' }))).not.toBe(key);
    expect(caseKeyOf(answerKey('test-onthouden-01', answer({ answer: 'Anders.' })))).toBe(caseKeyOf(key));
  });

  test('sentences to mark: of citations first, each once', () => {
    const passages = [{ documentId: 'regeling', title: '', page: 1, text: searchResult('regeling', 'Het experiment eindigt uiterlijk op 1 mei 2029. Een overeenkomst is nodig.').text }];
    expect(markableSentences({ answer: answer(), passages })).toEqual([
      { documentId: 'regeling', quote: 'Het experiment eindigt uiterlijk op 1 mei 2029.' },
      { documentId: 'regeling', quote: 'Een overeenkomst is nodig.' },
    ]);
  });
});

const item = async (change = {}) => (await collectAnswers(fakeSystem(), [evaluationCase(change)], documents, { timeoutMs: 1000 })).items[0]!;

describe('the export', () => {
  test('a line for readers has what a reader sees and nothing of the case', async () => {
    const line = readerLine(await item({ id: 'test-onthouden-07', type: 'unanswerable', abstain: false }), 4);
    expect(JSON.parse(line)).toMatchObject({ number: 5, question: 'Tot wanneer loopt het?', sources: [{ n: 1, title: 'De regeling', page: 1 }], found: [{ title: 'De brief' }, { title: 'De regeling' }] });
    expect(line).not.toMatch(/onthouden|unanswerable|evidence|keyFacts|score/);
  });

  test('a line with the answer in full is what the measures need', async () => {
    const one = await item();
    expect(JSON.parse(answerLine(one))).toEqual({ key: one.key, question: one.question, history: [], answer: one.answer });
  });
});

describe('the page', () => {
  test('stands alone under a strict policy, and tells nothing of cases or scores', async () => {
    const page = readingPage([await item({ id: 'test-onthouden-07' })], [...documents.values()], 'void 0;');
    expect(page).not.toMatch(/(?:src|href)="(?!#)|@import|url\(/);
    const { document } = parseHTML(page);
    const hash = createHash('sha256').update('void 0;').digest('base64');
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(`'sha256-${hash}'`);
    expect(page).not.toMatch(/onthouden|keyFacts|evidencePrecision|clinician/);
    expect(document.documentElement.getAttribute('lang')).toBe('nl');
  });

  test('never lets a question, an answer or a source become markup', async () => {
    const hostile = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
    const one = { ...(await item()), question: hostile, answer: answer({ answer: `${hostile} ![x](http://x.nl/x.png) [weg](http://x.nl)`, citations: [cite('regeling', 'vrij tarief', 1, { title: hostile })] }) };
    const { document } = parseHTML(readingPage([one], [...documents.values()], 'void 0;'));
    expect(document.querySelectorAll('img, article script, article a')).toHaveLength(0);
    expect(document.querySelectorAll('script')).toHaveLength(2);
    expect(document.querySelector('.question')!.textContent).toBe(hostile);
  });

  test('an answer reads as Markdown, its markers stay', () => {
    expect(answerHtml('Ja. **Dat** mag [1]\n\n> Een zin. [1]\n\n- een\n- twee').text.replace(/\n/g, '')).toBe(
      '<p>Ja. <strong>Dat</strong> mag [1]</p><blockquote><p>Een zin. [1]</p></blockquote><ul><li>een</li><li>twee</li></ul>',
    );
  });
});

const correction = (change: Partial<Correction> = {}): Correction => ({
  text: 'Nee: "uiterlijk" 1 mei 2029.\nDaarna: niets.',
  abstain: false,
  needs: 'one',
  evidence: [{ documentId: 'regeling', quote: 'Het experiment eindigt uiterlijk op 1 mei 2029.' }, { documentId: 'brief', quote: 'Dat is alles.' }],
  ...change,
});

describe('a correction becomes a case', () => {
  const known = { question: 'Tot "wanneer"?', history: [] };
  const draft = (change: Partial<Correction> = {}, asked = {}): Record<string, unknown> =>
    (parse(draftCase(correction(change), { ...known, ...asked }, { key: 'abcdef0123', reader: 'Ánna de V.' })) as Record<string, unknown>[])[0]!;

  test('in the form of eval/cases, for the tune half, with who wrote it', () => {
    expect(draft()).toEqual({
      id: 'tune-lezer-anna-de-v-abcdef0123',
      question: 'Tot "wanneer"?',
      type: 'fact',
      group: 'clinician',
      topic: 'lezing',
      author: 'Ánna de V.',
      hand: { wrote: 'person', seen: ['answers'] },
      evidence: [{ anyOf: correction().evidence }],
      keyFacts: [],
      routes: [],
      abstain: false,
      gold: correction().text,
    });
  });

  test('all sentences needed: an item of evidence each', () => {
    expect(draft({ needs: 'all' })['evidence']).toEqual(correction().evidence.map((one) => ({ anyOf: [one] })));
  });

  test('the sources do not answer: no evidence, and why', () => {
    const refused = draft({ abstain: true }, { type: 'fact', routes: ['pgaz'] });
    expect(refused).toMatchObject({ type: 'unanswerable', abstain: true, routes: [], why: correction().text });
    expect(refused).not.toHaveProperty('evidence');
    expect(refused).not.toHaveProperty('gold');
  });

  test('keeps what is known of the question, unless the correction turns it round', () => {
    expect(draft({}, { type: 'yes-no', group: 'policy', topic: 'oi', routes: ['oi'] })).toMatchObject({ type: 'yes-no', group: 'policy', topic: 'oi', routes: ['oi'] });
    expect(draft({}, { type: 'unanswerable' })['type']).toBe('fact');
    expect(draft({}, { history: [{ role: 'user', content: 'Wat: "is" het?' }] })).toMatchObject({ type: 'follow-up', history: [{ role: 'user', content: 'Wat: "is" het?' }] });
  });

  test('warns where the question is one of the frozen half', () => {
    const text = (from: string): string => draftCase(correction(), { ...known, from }, { key: 'k', reader: 'a' });
    expect(text('test-oi-01')).toContain('# De vraag staat ook in de bevroren helft. Verbeter test-oi-01 daar');
    expect(text('tune-oi-01')).not.toContain('bevroren');
  });

  test.each([
    [{ text: '' }, 'Schrijf nog het goede antwoord.'],
    [{ text: '', abstain: true }, 'Schrijf nog wat de documenten niet geven.'],
    [{ evidence: [] }, 'Kies nog een zin die het antwoord bewijst.'],
    [{ evidence: [{ documentId: '', quote: 'Iets.' }] }, 'Kies nog uit welk document de zin komt.'],
    [{ evidence: [], abstain: true }, undefined],
    [{}, undefined],
  ])('%j: %s', (change, expected) => {
    expect(incomplete(correction(change))).toBe(expected);
  });

  test('the saved file has what was filled in, with the answer, and a draft once it is complete', async () => {
    const one = await item();
    const data = { set: 's', items: [one, { ...one, key: 'not-filled' }] };
    const saved = gradeFile(data, { [one.key]: { grade: 1, correction: correction() } }, 'anna', '2026-01-01T00:00:00Z');
    expect(saved.items.map(({ key, grade }) => [key, grade])).toEqual([[one.key, 1]]);
    expect(saved.items[0]!.answer).toEqual(one.answer);
    expect(parse(saved.items[0]!.draftCase!)).toMatchObject([{ id: `tune-lezer-anna-${caseKeyOf(one.key)}` }]);
    expect(gradeFile(data, { [one.key]: { correction: correction({ text: '' }) } }, 'anna', '').items[0]).not.toHaveProperty('draftCase');
  });

  test('any name gives an id', () => {
    expect(['Ánna de V.', '…', 'Lezer 2'].map(slug)).toEqual(['anna-de-v', 'lezer', 'lezer-2']);
  });
});
