import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abstainCase, abstention, answer, cite, documents, evaluationCase, item, textOf } from '../testing/fixtures.ts';
import { checkCitation, markersIn, scoreCitations } from './citations.ts';
import { coverage, coversItem } from './coverage.ts';
import { failedParts } from './failed-parts.ts';
import { scoreKeyFacts } from './key-facts.ts';
import { numbersIn, scoreNumbers } from './numbers.ts';
import { scoreRetrieval } from './retrieval-scores.ts';
import { meanRisk, riskCoverage } from './risk-coverage.ts';
import { scoreRoutes } from './routes.ts';
import { scoreCase } from './score-case.ts';
import { summarise } from './summary.ts';

const END = 'Het experiment eindigt uiterlijk op 1 mei 2029.';
const range = (documentId: string, start: number, end: number) => ({ documentId, start, end });

describe('coverage', () => {
  test('counts the union, not the sum', () => {
    expect(coverage(range('a', 10, 20), [range('a', 0, 13), range('a', 12, 15)])).toBe(0.5);
  });

  test('ignores other documents and what only touches', () => {
    expect(coverage(range('a', 10, 20), [range('b', 10, 20), range('a', 0, 10), range('a', 20, 30)])).toBe(0);
  });

  test('half of the sentence is enough, less is not', () => {
    const evidence = item(['regeling', END]);
    const { start, end } = evidence.anyOf[0]!.places[0]!;
    const half = Math.ceil((end - start) / 2);
    expect(coversItem(evidence, [range('regeling', start, start + half)])).toBe(true);
    expect(coversItem(evidence, [range('regeling', start, start + half - 2)])).toBe(false);
  });

  test('lies in 0…1 and grows with what is cited', () => {
    const ranges = fc.array(fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => range('a', Math.min(a, b), Math.max(a, b) + 1)));
    fc.assert(
      fc.property(ranges, ranges, (some, more) => {
        const target = range('a', 10, 40);
        const less = coverage(target, some);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(coverage(target, [...some, ...more])).toBeGreaterThanOrEqual(less);
        expect(coverage(target, [...some, ...more])).toBeLessThanOrEqual(1);
        expect(coverage(target, [...some].reverse())).toBe(less);
      }),
    );
  });
});

describe('retrieval of evidence items', () => {
  const two = [item(['regeling', END]), item(['brief', 'een lumpsum mogelijk is'])];
  const first = range('regeling', 0, textOf('regeling').length);
  const second = range('brief', 40, textOf('brief').length);
  const nothing = range('brief', 0, 20);

  test('one item at rank 2: nDCG 1/log2(3), reciprocal rank 1/2', () => {
    expect(scoreRetrieval([nothing, first], two.slice(0, 1))).toEqual({
      ndcg10: expect.closeTo(0.6309297535714575, 12), mrr10: 0.5, recall1: 0, recall5: 1, recall10: 1, firstRank: 2,
    }); // prettier-ignore
  });

  test('two items at ranks 1 and 3', () => {
    // (1 + 1/log2(4)) / (1 + 1/log2(3)), as trec_eval gives for two relevant of three
    expect(scoreRetrieval([first, nothing, second], two)).toMatchObject({ ndcg10: expect.closeTo(0.9197207891481876, 12), mrr10: 1, recall1: 0.5, recall5: 1, firstRank: 1 });
  });

  test('a second passage with the same evidence is a miss at its place', () => {
    expect(scoreRetrieval([first, first, second], two).ndcg10).toBeCloseTo(0.9197207891481876, 12);
  });

  test('one passage with both items is a perfect ranking', () => {
    const both = [item(['regeling', END], ['brief', 'een lumpsum mogelijk is']), item(['regeling', 'Een overeenkomst is nodig.'])];
    expect(scoreRetrieval([first], both)).toEqual({ ndcg10: 1, mrr10: 1, recall1: 1, recall5: 1, recall10: 1, firstRank: 1 });
  });

  test('nothing found, and nothing returned', () => {
    const none = { ndcg10: 0, mrr10: 0, recall1: 0, recall5: 0, recall10: 0 };
    expect(scoreRetrieval([nothing], two)).toEqual(none);
    expect(scoreRetrieval([], two)).toEqual(none);
  });
});

describe('citations', () => {
  test('a right one has no faults', () => {
    expect(checkCitation(cite('brief', 'een lumpsum mogelijk is'), 'Zie [1].', documents).faults).toEqual([]);
  });

  test.each([
    ['other words', { quote: 'een lumpsum verplicht is' }, ['citaat-wijkt-af']],
    ['shifted by one', { start: cite('brief', 'een lumpsum').start + 1 }, ['citaat-wijkt-af']],
    ['an empty quote', { quote: '', end: cite('brief', 'een lumpsum').start }, ['citaat-wijkt-af']],
    ['a wrong page', { page: 1 }, ['verkeerde-pagina']],
    ['another version', { documentSha256: 'f'.repeat(64) }, ['ander-document']],
    ['an unknown document', { documentId: 'wet' }, ['onbekend-document']],
    ['no marker', { n: 2 }, ['geen-verwijzing']],
  ])('%s', (_, change, faults) => {
    expect(checkCitation(cite('brief', 'een lumpsum', 1, change), 'Zie [1].', documents).faults).toEqual(faults);
  });

  test('reads markers alone and together', () => {
    expect([...markersIn('Dit [1] en dat [2, 3], maar niet [a] of 4.')]).toEqual([1, 2, 3]);
  });

  test('a quote that is not verbatim proves nothing', () => {
    const spoilt = answer({ citations: [cite('regeling', END, 1, { quote: END.replace('2029', '2030') })] });
    expect(scoreCitations(spoilt, [item(['regeling', END])], documents)).toMatchObject({ itemsCited: [false], relevant: [false] });
  });

  test('counts dangling markers, relevant citations and characters', () => {
    const given = answer({ citations: [cite('regeling', END, 1), cite('brief', 'Dat is alles.', 2)], answer: 'Zo [1] [2] [3].' });
    expect(scoreCitations(given, [item(['regeling', END])], documents)).toMatchObject({
      danglingMarkers: [3], itemsCited: [true], relevant: [true, false], characters: END.length + 13,
    }); // prettier-ignore
  });
});

describe('numbers', () => {
  test.each([
    ['op 1 mei 2029', ['1', '2029']],
    ['€ 200.000,50 en 10/20/70', ['200000.5', '10', '20', '70']],
    ['2,5% en vijf jaar', ['2.5', '5']],
    ['05 en 5', ['5']],
    ['één keer', []],
    ['artikel 1.2.3', ['1.2.3']],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  test('every number must stand in a quote', () => {
    expect(scoreNumbers(answer({ answer: 'Het eindigt op 1 mei 2029 [1], dus na vijf jaar.' }), documents)).toEqual({ total: 3, unsupported: ['5'] });
  });

  test('markers, numbering, pages, dates and headings of sources are no claims', () => {
    const text = '1. Volgens de regeling (juli 2024), pagina 12: het eindigt [1].\n2) Zie ook (Artikel 1), onder “Artikel 1 › Artikel 1”.';
    expect(scoreNumbers(answer({ answer: text }), documents)).toEqual({ total: 0, unsupported: [] });
  });

  test('a date that no source bears is a claim', () => {
    expect(scoreNumbers(answer({ answer: 'Volgens de regeling (juni 2025) [1].' }), documents).unsupported).toEqual(['2025']);
  });

  test('an abstention may repeat the question, nothing else', () => {
    expect(scoreNumbers(abstention({ question: 'Geldt het in 2031?', answer: 'Over 2031 staat er niets.' }), documents).unsupported).toEqual([]);
    expect(scoreNumbers(abstention({ question: 'Wat kost het?', answer: 'Het kost 500 euro.' }), documents).unsupported).toEqual(['500']);
  });
});

describe('key facts and routes', () => {
  test('are found in the text or in a quote, whatever the white space', () => {
    const given = answer({ answer: 'Zie de bron. [1]' });
    expect(scoreKeyFacts([{ pattern: '1 MEI 2029', vital: true }, { pattern: 'zie de', vital: false }, { pattern: 'lumpsum', vital: true }], given).map(({ found }) => found)).toEqual([true, true, false]); // prettier-ignore
  });

  test('an abstention and no answer state nothing', () => {
    const facts = [{ pattern: 'bronnen', vital: true }];
    expect(scoreKeyFacts(facts, abstention())[0]?.found).toBe(false);
    expect(scoreKeyFacts(facts, undefined)[0]?.found).toBe(false);
  });

  test('routes found, missed and extra', () => {
    expect(scoreRoutes(['pgaz', 'oi'], ['oi', 'adz', 'adz'])).toEqual({ found: ['oi'], missed: ['pgaz'], extra: ['adz'] });
  });
});

describe('risk and coverage', () => {
  const question = (confidence: number, right: boolean, answered = true) => ({ confidence, right, answered });

  test('by hand: right, wrong, right, then unanswered', () => {
    const points = riskCoverage([question(0.2, false, false), question(0.9, true), question(0.5, true), question(0.7, false)]);
    expect(points).toEqual([{ coverage: 0.25, risk: 0 }, { coverage: 0.5, risk: 0.5 }, { coverage: 0.75, risk: expect.closeTo(1 / 3, 12) }]);
    // (0.25·0 + 0.25·0.5 + 0.25/3) / 0.75
    expect(meanRisk(points)).toBeCloseTo((0.125 + 0.25 / 3) / 0.75, 12);
  });

  test('equal confidence cannot be parted', () => {
    expect(riskCoverage([question(0.5, true), question(0.5, false)])).toEqual([{ coverage: 1, risk: 0.5 }]);
  });

  test('nothing answered', () => {
    expect(riskCoverage([question(0.5, true, false)])).toEqual([]);
    expect(meanRisk([])).toBeNaN();
  });

});

describe('a case as a whole', () => {
  const score = (one = evaluationCase(), given = answer()) => scoreCase(one, { answer: given, latencyMs: 1 }, undefined, documents);

  test('right: evidence and vital facts, everything proved', () => {
    expect(score().right).toBe(true);
  });

  test.each([
    ['an unsupported number', answer({ answer: 'Dat duurt 6 jaar [1].' }), 'getal zonder citaat: 6'],
    ['a refusal', abstention(), 'onterecht niet geantwoord'],
    ['other evidence', answer({ citations: [cite('brief', 'Dat is alles.')] }), 'bewijs gemist, kernfeit gemist'],
    ['a dangling marker', answer({ answer: 'Zo is het [1] [2].' }), 'verwijzing zonder citaat'],
    ['a wrong page', answer({ citations: [cite('regeling', END, 1, { page: 4 })] }), '1 ongeldig citaat'],
  ])('wrong: %s', (_, given, named) => {
    const scores = score(evaluationCase(), given);
    expect(scores.right).toBe(false);
    expect(failedParts({ case: evaluationCase(), ask: { answer: given, latencyMs: 1 }, scores }).join(', ')).toBe(named);
  });

  test('to abstain: only an abstention is right', () => {
    expect(score(abstainCase(), abstention()).right).toBe(true);
    expect(score(abstainCase(), answer()).right).toBe(false);
  });

  test('a failure is wrong and neither an answer nor an abstention', () => {
    const ask = { latencyMs: 5, error: { failure: 'timeout', message: 'te laat' } } as const;
    const results = [evaluationCase(), abstainCase()].map((one) => ({ case: one, ask, scores: scoreCase(one, ask, undefined, documents) }));
    expect(results.map(({ scores }) => scores.right)).toEqual([false, false]);
    expect(summarise(results)).toMatchObject({ failures: 2, abstained: { value: 0, n: 1 }, falseRefusals: { value: 0, n: 1 }, evidenceCited: { value: 0 } });
  });
});

test('a summary counts each figure over what it is about', () => {
  const ok = { case: evaluationCase(), ask: { answer: answer(), latencyMs: 10 } };
  const refused = { case: evaluationCase({ id: 'test-b-01' }), ask: { answer: abstention(), latencyMs: 30 } };
  const invented = { case: abstainCase(), ask: { answer: answer(), latencyMs: 20 } };
  const summary = summarise([ok, refused, invented].map((one) => ({ ...one, scores: scoreCase(one.case, one.ask, undefined, documents) })));
  expect(summary).toMatchObject({
    cases: 3,
    right: { value: expect.closeTo(1 / 3, 12), n: 3 },
    evidenceCited: { value: 0.5, n: 2 },
    vitalFacts: { value: 0.5, n: 2 },
    abstained: { value: 0, n: 1 },
    falseRefusals: { value: 0.5, n: 2 },
    citationsValid: { value: 1, n: 2 },
    routesFound: { value: 0, n: 1 },
    ndcg10: { n: 0 },
    quotedCharacters: END.length,
    failures: 0,
  });
});
