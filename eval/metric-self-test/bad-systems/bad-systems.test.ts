import { describe, expect, test } from 'vitest';
import { Answer } from '../../../server/contract.ts';
import { scoreCase } from '../../metrics/score-case.ts';
import { systemsTestLines } from '../../report/systems-test-lines.ts';
import { systemsTestSection } from '../../report/html/systems-test-section.ts';
import { askRequest, observeAsk } from '../../system/observe.ts';
import { abstainCase, documents, evaluationCase, item } from '../../testing/fixtures.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { marked, partsOf, recited, reworded } from './answer-parts.ts';
import { BAD_SYSTEMS } from './bad-systems.ts';
import { idealAnswer } from './ideal-answer.ts';
import { idealSystem } from './ideal-system.ts';
import { inDutch, raisedDigits, raisedInWords } from './other-numbers.ts';
import { isTrustworthy, type SystemsTest } from './outcome.ts';
import { PENDING } from './pending.ts';
import { runSystemsTest } from './run-systems-test.ts';

const cases = [
  evaluationCase(),
  evaluationCase({ id: 'test-brief-01', question: 'Mag een lumpsum?', type: 'yes-no', verdict: 'ja', gold: 'Ja, een lumpsum is mogelijk.', evidence: [item(['brief', 'Op bladzijde twee staat dat een lumpsum mogelijk is.'])], keyFacts: [{ pattern: 'lumpsum', vital: true }] }),
  evaluationCase({ id: 'test-brief-02', question: 'En hoeveel telt er?', type: 'follow-up', history: [{ role: 'user', content: 'Mag een lumpsum?' }], evidence: [item(['brief', 'De minister schrijft dat 50% van de kosten telt.'])], keyFacts: [{ pattern: '50', vital: true }] }),
  abstainCase({ missing: 'bedrag|tarief' }),
]; // prettier-ignore
const world = { documents, cases };
const good = idealSystem(world);

describe('the ideal system', () => {
  test.each(cases.map((one) => [one.id, one] as const))('is right about %s', async (_, one) => {
    const ask = await observeAsk(good, askRequest(one), 1000);
    const { right, reading } = scoreCase(one, ask, undefined, documents);
    expect(right).toBe(true);
    expect(reading!.proof.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  test('says the ideal words with the verdict first, a marker in each sentence, and the quote below', () => {
    expect(idealAnswer(cases[1]!, documents).answer).toBe('Ja, een lumpsum is mogelijk [1].\n\n> Op bladzijde twee staat dat een lumpsum mogelijk is. [1]');
  });

  test('does not repeat a number that no quote holds', () => {
    const { answer } = idealAnswer({ ...cases[1]!, gold: 'Ja, een lumpsum van 37 euro.' }, documents);
    expect(answer).not.toContain('37');
    expect(answer).toContain('Ja. Op bladzijde twee staat dat een lumpsum mogelijk is');
  });

  test('names what is missing and where to turn', () => {
    expect(idealAnswer(cases[3]!, documents).answer).toMatch(/^Dat staat niet in de bronnen\. U vraagt naar: bedrag\. Geen bedrag\. Vraag het aan /);
  });

  test('does not know what it was not made for', async () => {
    expect((await observeAsk(good, { question: 'Iets anders?' }, 1000)).answer).toMatchObject({ abstained: true });
  });
});

describe('a bad system', () => {
  test('has a name of its own, and says by what it must fail', () => {
    expect(new Set(BAD_SYSTEMS.map(({ id }) => id)).size).toBe(BAD_SYSTEMS.length);
    expect(BAD_SYSTEMS.filter(({ mustFailBy }) => mustFailBy.length === 0)).toEqual([]);
    expect(PENDING.filter((id) => !BAD_SYSTEMS.some((system) => system.id === id))).toEqual([]);
  });

  test.each(BAD_SYSTEMS.map((system) => [system.id, system] as const))('%s keeps the contract', async (_, { make }) => {
    const system = make(good, world);
    for (const one of cases) {
      const { answer, error } = await observeAsk(system, askRequest(one), 1000);
      if (!error) expect(Answer.safeParse(answer).error?.issues).toBeUndefined();
    }
  });
});

describe('the systems test', () => {
  const thresholds = { answers: [{ measure: 'evidenceCited', label: 'Bewijs', min: 0.9, least: 1, cases: 'all', why: 'x' }, { measure: 'citationsValid', label: 'Citaten', min: 1, least: 1, cases: 'all', why: 'x' }], aheadOfBaselines: false } as const; // prettier-ignore
  const only = (...ids: string[]) => BAD_SYSTEMS.filter(({ id }) => ids.includes(id));
  const run = (mustFailBy: readonly ['evidenceCited' | 'citationsValid']): Promise<SystemsTest> =>
    runSystemsTest({ ...world, scenarios: [], thresholds: { ...thresholds, answers: [...thresholds.answers] }, systems: only('wrong-pages').map((system) => ({ ...system, mustFailBy })) });

  test('catches a bad system by the check that must see it', async () => {
    const result = await run(['citationsValid']);
    expect(result).toMatchObject({ good: { failedBy: [] }, rows: [{ id: 'wrong-pages', failedBy: ['citationsValid'], outcome: 'caught' }] });
    expect(isTrustworthy(result)).toBe(true);
  });

  test('does not count a failure elsewhere', async () => {
    const result = await run(['evidenceCited']);
    expect(result.rows[0]).toMatchObject({ failedBy: ['citationsValid'], outcome: 'missed' });
    expect(isTrustworthy(result)).toBe(false);
  });

  test('is not to be trusted when the good system fails, nor is a check that it fails', async () => {
    const impossible = { ...thresholds, answers: [{ measure: 'words', label: 'Woorden', max: 1, least: 1, cases: 'all', why: 'x' } as const] };
    const result = await runSystemsTest({ ...world, scenarios: [], thresholds: impossible, systems: only('wordy') });
    expect(result).toMatchObject({ good: { failedBy: ['words'] }, rows: [{ failedBy: ['words'], outcome: 'missed' }] });
    expect(isTrustworthy(result)).toBe(false);
  });

  test('is shown on the screen and in the report', async () => {
    const systemsTest = await run(['evidenceCited']);
    expect(systemsTestLines(systemsTest).join('\n')).toMatch(/voldoet\n[^]*wrong-pages {2}Verkeerde pagina’s\n.*moet zakken op evidenceCited; zakt op citationsValid[^]*0 gezien, 1 gemist\./);
    const section = systemsTestSection({ systemsTest } as Evaluation)!.text;
    expect(section).toContain('<td>Bewijs aangehaald</td><td>Citaten geldig</td><td><span class="no">✗ gemist</span></td>');
    expect(systemsTestSection({} as Evaluation)).toBeUndefined();
  });
});

describe('parts of an answer', () => {
  const answer = { ...idealAnswer(cases[1]!, documents, [{ id: 'pgaz', title: 'PGAZ (groepen)', status: 'onbekend' }]) };

  test('own words, routes and quotes apart', () => {
    expect(partsOf(answer)).toEqual({
      own: 'Ja, een lumpsum is mogelijk [1].',
      routes: ['- **PGAZ**: of dit voor u geldt, is nog niet te zeggen.'],
      quotes: ['> Op bladzijde twee staat dat een lumpsum mogelijk is. [1]'],
    });
  });

  test('other own words keep routes and quotes', () => {
    expect(partsOf(reworded(answer, () => 'Nee.'))).toEqual({ ...partsOf(answer), own: 'Nee.' });
  });

  test('without citations no marker stays', () => {
    expect(recited(answer, [], () => undefined).answer).not.toMatch(/\[\d\]/);
  });

  test('each sentence gets its marker before its end', () => {
    expect(marked('Ja. Dat mag wel', '[1] [2]')).toBe('Ja [1] [2]. Dat mag wel [1] [2]');
  });
});

test('numbers in Dutch words', () => {
  expect([0, 13, 21, 22, 23, 48, 100, 250, 1000, 2024, 1_000_000].map(inDutch)).toEqual(['nul', 'dertien', 'eenentwintig', 'tweeëntwintig', 'drieëntwintig', 'achtenveertig', 'honderd', 'tweehonderdvijftig', 'duizend', 'tweeduizend vierentwintig', '1000000']);
  expect(raisedDigits('Vanaf 1 mei 2024 [1].')).toBe('Vanaf 4 mei 2027 [1].');
  expect(raisedInWords('Na 5 jaar [12].')).toBe('Na acht jaar [12].');
});
