import { describe, expect, test } from 'vitest';
import { abstention, answer, evaluationCase } from '../../testing/fixtures.ts';
import { valueOf } from '../estimate.ts';
import { scoreCase } from '../score-case.ts';
import { judgeVerdict, VERDICT_ABSENT, VERDICT_RIGHT, VERDICT_WRONG, verdictOf } from './verdict.ts';

const said = (text: string) => verdictOf(answer({ answer: text }));

describe('what is said', () => {
  test.each([
    ['Ja. Dat mag [1].', 'ja', false],
    ['**Nee**, dat kan niet.', 'nee', false],
    ['Ja, mits u een overeenkomst hebt.', 'ja', true],
    ['Nee, tenzij de gemeente betaalt. En meer.', 'nee', true],
    ['Ja. Alleen als het kan.', 'ja', false],
    ['Dat hangt ervan af of er huisartsen meedoen.', 'hangt-af', false],
    ['Dat hangt af van uw contract.', 'hangt-af', false],
    ['Dat is nog niet besloten.', 'hangt-af', false],
    ['Dat is uit de bronnen niet op te maken.', 'hangt-af', false],
    ['Yes, if you have a contract.', 'ja', false],
    ['No: not before 2026.', 'nee', false],
    ['It depends on the municipality.', 'hangt-af', false],
    ['In het kort: ja, dat mag.', 'ja', false],
  ])('%s', (text, verdict, conditional) => {
    expect(said(text)).toEqual({ verdict, conditional });
  });

  test.each([
    ['a word that only begins so', 'Jaarlijks rapporteert de NZa. Neem contact op.'],
    ['"ja" inside a sentence', 'Volgens de handleiding is het antwoord vaak ja.'],
    ['after 120 characters', `${'Volgens de handleiding is het zo dat '.repeat(4)}. Ja.`],
    ['nothing', ''],
  ])('nothing is said: %s', (_, text) => {
    expect(said(text)).toBeUndefined();
  });
});

describe('against what is right', () => {
  test.each([
    ['ja', 'Ja. Dat mag.', 'right'],
    ['ja', 'Nee. Dat mag niet.', 'wrong'],
    ['ja', 'Dat hangt ervan af.', 'open'],
    ['ja', 'De handleiding zegt iets.', 'absent'],
    ['nee', 'Ja, mits u een overeenkomst hebt.', 'wrong'],
    ['hangt-af', 'Ja, mits u een overeenkomst hebt.', 'right'],
    ['hangt-af', 'Ja. Dat mag.', 'wrong'],
  ] as const)('%s: %s is %s', (expected, text, outcome) => {
    expect(judgeVerdict(expected, answer({ answer: text }))).toBe(outcome);
  });

  test('an abstention gives none, whatever it says', () => {
    expect(judgeVerdict('ja', abstention({ answer: 'Ja.' }))).toBe('absent');
  });

  test('always "Ja." is half right and half wrong; the measures are about yes/no questions only', () => {
    const figures = (verdict: 'ja' | 'nee' | undefined) => {
      const { verdict: _, ...plain } = evaluationCase();
      const one = verdict === undefined ? plain : { ...plain, verdict };
      const ask = { answer: answer({ answer: 'Ja.' }), latencyMs: 1 };
      const result = { case: one, ask, scores: scoreCase(one, ask, undefined, new Map()) };
      return [VERDICT_RIGHT, VERDICT_WRONG, VERDICT_ABSENT].map((measure) => valueOf(measure, result));
    };
    expect(figures('ja')).toEqual([1, 0, 0]);
    expect(figures('nee')).toEqual([0, 1, 0]);
    expect(figures(undefined)).toEqual([undefined, undefined, undefined]);
  });
});
