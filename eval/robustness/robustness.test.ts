import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CompoundSplitter } from '../../server/text/compounds.ts';
import { readVocabulary } from '../../server/corpus/vocabulary.ts';
import { createRandom } from '../statistics/random.ts';
import { abstainCase, documents, evaluationCase, fakeSystem } from '../testing/fixtures.ts';
import { runCases } from '../run/run-cases.ts';
import { joinCompounds, splitCompounds } from './compounds.ts';
import { abbreviationsToTerms, termsToAbbreviations } from './glossary-words.ts';
import { runRobustness } from './run-robustness.ts';
import { withTypos } from './typos.ts';
import { variations, vary } from './variants.ts';
import { inLowerCase, politely, withoutDiacritics, withoutQuestionWords } from './wording.ts';

const glossary = readVocabulary(`terms:
- { term: zorgprestatiemodel, abbreviations: [ZPM], explanation: Zo betaalt men de ggz. }
- { term: organisatie en infrastructuur, abbreviations: [O&I], alsoKnownAs: [O&I-prestatie], explanation: Betaling van samenwerking. }
`).terms;
const splitter = new CompoundSplitter(['zorg', 'verzekeraar', 'samenwerking', 'afspraken', 'groep']);

describe('the same question in other words', () => {
  test('typing errors: the first letters stay, and something changes', () => {
    const text = 'Hoe lang loopt het experiment patiëntengroepsgebonden afstemming?';
    const typed = withTypos(text, createRandom(1))!;
    expect(typed).not.toBe(text);
    expect(typed.split(' ')).toHaveLength(text.split(' ').length);
    expect(typed.split(' ').map((word) => word[0])).toEqual(text.split(' ').map((word) => word[0]));
    expect(withTypos('hoe dan', createRandom(1))).toBeUndefined();
  });

  test('compounds apart, with their linking sound', () => {
    expect(splitCompounds('de zorgverzekeraar en groepsafspraken', splitter)).toBe('de zorg verzekeraar en groeps afspraken');
    expect(splitCompounds('de huisarts', splitter)).toBeUndefined();
  });

  test('compounds together', () => {
    const isCompound = (word: string): boolean => word === 'lumpsumafspraken';
    expect(joinCompounds('mag een lumpsum afspraken bevatten', isCompound, createRandom(1))).toBe('mag een lumpsumafspraken bevatten');
    expect(joinCompounds('de Zvw-zorg', isCompound, createRandom(1))).toBe('de Zvwzorg');
    expect(joinCompounds('de zorg is goed', isCompound, createRandom(1))).toBeUndefined();
  });

  test('abbreviations and terms', () => {
    expect(abbreviationsToTerms('Telt zpm ook voor O&I?', glossary)).toBe('Telt zorgprestatiemodel ook voor organisatie en infrastructuur?');
    expect(abbreviationsToTerms('Wat betekent ZPM?', glossary)).toBeUndefined();
    expect(termsToAbbreviations('hoe werkt het Zorgprestatiemodel', glossary)).toBe('hoe werkt het ZPM');
    expect(termsToAbbreviations('hoe werkt ZPM', glossary)).toBeUndefined();
  });

  test('courtesies in the language of the question', () => {
    expect(politely('Hoe lang loopt het?', createRandom(1))).toMatch(/Hoe lang loopt het\?.*(dank|groet|hoor)/);
    expect(politely('How long does it run?', createRandom(1))).toMatch(/How long does it run\?.*(Thank|look forward)/);
  });

  test('telegram style, lower case, no diacritics', () => {
    expect(withoutQuestionWords('Hoe lang loopt het experiment?')).toBe('lang loopt experiment');
    expect(withoutQuestionWords('Wat is het?')).toBeUndefined();
    expect(inLowerCase('Wat is PGAZ?')).toBe('wat is pgaz');
    expect(inLowerCase('wat is pgaz')).toBeUndefined();
    expect(withoutDiacritics('Geldt dit voor patiënten?')).toBe('Geldt dit voor patienten?');
    expect(withoutDiacritics('Geldt dit?')).toBeUndefined();
  });
});

describe('variations', () => {
  const all = variations({ texts: ['zorg verzekeraar samenwerking afspraken'], glossary, isWord: () => true });

  test('are the nine that the report names', () => {
    expect(all.map(({ id }) => id)).toEqual(['typos', 'lower-case', 'no-diacritics', 'split', 'joined', 'terms', 'abbreviations', 'polite', 'telegram']);
  });

  test('are the same on every run, change the question alone and stay within the limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000, unit: 'grapheme' }), (question) => {
        for (const variation of all) {
          const one = evaluationCase({ question });
          const varied = vary(one, variation);
          expect(vary(one, variation)).toEqual(varied);
          if (!varied) continue;
          expect({ ...varied, question }).toEqual(one);
          expect(varied.question).not.toBe(question);
          expect(varied.question.length).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the cost of a wording is measured on the same cases, and what is lost is named', async () => {
  const options = { timeoutMs: 100, depth: 5 };
  const cases = [evaluationCase(), abstainCase()];
  const originals = await runCases(fakeSystem(), cases, documents, options);
  // Answers only what ends in a question mark.
  const system = fakeSystem({
    ask: (request, watch) => (request.question.endsWith('?') ? fakeSystem().ask(request, watch) : Promise.reject(new Error('geen vraag'))),
  });
  const figures = await runRobustness({
    system,
    originals,
    documents,
    variations: [{ id: 'v', label: 'Zonder vraagteken', rewrite: (question) => question.replace('?', '') }],
    size: 10,
    options,
  });
  expect(figures).toMatchObject([
    { n: 2, evidenceCited: { value: -1, n: 1 }, right: { value: -1, n: 2 }, recall5: { value: 0 }, lost: [{ id: 'test-looptijd-01', question: 'Tot wanneer loopt het' }, { id: 'test-onthouden-01' }] },
  ]); // prettier-ignore
});
