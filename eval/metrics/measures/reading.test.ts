import { describe, expect, test } from 'vitest';
import { abstainCase, abstention, answer, cite, documents, evaluationCase, item, textOf } from '../../testing/fixtures.ts';
import { estimate } from '../estimate.ts';
import { languageOf } from '../language.ts';
import { ownWords, readerText, wordCount } from '../reader-text.ts';
import { scoreCase, type CaseResult } from '../score-case.ts';
import { labelRight } from '../labels.ts';
import { speaks } from './language.ts';
import { LATENCY_RATIO } from './latency.ts';
import { relevantQuotes } from '../relevant-quotes.ts';
import { fleschDouma, syllablesOf } from './reading-level.ts';
import { deniesOnlyWhatIsMissing, namesWhatIsMissing, pointsToAddress } from './refusal-words.ts';
import { rightRoutes } from './routes-right.ts';
import { factsRead, isDecided, misread } from './situation.ts';
import { WORDS } from './words.ts';

const END = 'Het experiment eindigt uiterlijk op 1 mei 2029.';
const result = (text: string, ask: Partial<CaseResult['ask']> = {}): CaseResult => {
  const one = evaluationCase({ id: `test-${text.length}-${ask.latencyMs ?? 0}` });
  const asked = { answer: answer({ answer: text }), latencyMs: 1, ...ask };
  return { case: one, ask: asked, scores: scoreCase(one, asked, undefined, documents) };
};

describe('what a reader sees', () => {
  test('no Markdown and no markers', () => {
    const { plain } = readerText(answer({ answer: '## Kop\n\n- **Vet** en [link](/check#a=b) [1, 2]\n> Citaat [1].', citations: [] }));
    expect(plain).toBe('Kop\nVet en link\nCitaat.');
  });

  test('own words are what is not verbatim of a citation, whatever marks stand around it', () => {
    expect(ownWords(answer({ answer: `Volgens de regeling: “${END}” [1]\n\n${END} [1]\n\n> ${END} [1]\n\nDaarna stopt het [1].` }))).toBe('Volgens de regeling: Daarna stopt het.');
    expect(ownWords(answer({ answer: '“Het experiment eindigt nooit en kost niets.” [1]' }))).toContain('eindigt nooit');
  });

  test('words are counted as people count them', () => {
    expect(wordCount('O&I en PGAZ: 1,5 miljoen in ’s-Hertogenbosch.')).toBe(7);
  });

  test('the median of three answers of 2, 4 and 9 words', () => {
    const some = ['Een twee.', 'Een twee drie vier.', 'een twee drie vier vijf zes zeven acht negen'].map((text) => result(text));
    expect(estimate(WORDS, some)).toMatchObject({ value: 4, n: 3 });
  });
});

describe('reading level', () => {
  test('syllables', () => {
    expect(['zorg', 'verzekeraar', 'patiënt', 'bij', 'NZa', 'PGAZ', 'overeenkomst', 'coördinatie'].map(syllablesOf)).toEqual([1, 4, 3, 1, 1, 4, 4, 5]);
  });

  test('206.84 − 0.77 × syllables per hundred words − 0.93 × words a sentence', () => {
    // Twelve words of one syllable in two sentences: 206.84 − 77 − 0.93 × 6.
    expect(fleschDouma('De man gaat naar zijn huis. Het kind eet een stuk brood.')).toBeCloseTo(206.84 - 77 - 5.58, 2);
    expect(fleschDouma('Te kort.')).toBeUndefined();
  });

  test('legal Dutch is harder than plain Dutch', () => {
    const plain = fleschDouma('U mag dit alleen declareren met een contract. Vraag dat aan uw verzekeraar. Die weet het.')!;
    const legal = fleschDouma('Zorgaanbieders kunnen de patiëntengroepsgebonden prestatie uitsluitend declareren overeenkomstig de prestatiebeschrijvingsbeschikking van de zorgautoriteit.')!;
    expect(plain).toBeGreaterThan(legal + 40);
  });
});

describe('language', () => {
  test.each([
    ['Dat mag alleen als u een overeenkomst met een verzekeraar hebt.', 'nl'],
    ['You may only charge this if you have an agreement with the insurer.', 'en'],
    ['Flurb gnarf zwoing plik drommel vaxi trob.', undefined],
    ['', undefined],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test('quotes keep the language of the source; own words have that of the question', () => {
    const english = answer({ answer: `You can start at any time until it ends. “${END}” [1]` });
    expect([speaks(english, 'en'), speaks(english, 'nl')]).toEqual([true, false]);
    expect(speaks(answer({ answer: '[1] [2]' }), 'nl')).toBe(false);
    expect(speaks(answer({ answer: `Gnarf flurb zwoing plik drommel “${END}” [1]` }), 'nl')).toBe(false);
  });
});

describe('quotes', () => {
  const evidence = [item(['regeling', END])];
  test('evidence, or the same passage, and nothing else', () => {
    const given = answer({ citations: [cite('brief', 'Dat is alles.'), cite('regeling', 'Er geldt een vrij tarief.', 2), cite('regeling', END, 3)] });
    expect(relevantQuotes(given, evidence, documents)).toEqual([false, true, true]);
  });

  test('with blocks the paragraph decides, and a list belongs to its introduction', () => {
    const text = 'Nodig is: een\n• plan\n• contract\n\nIets anders.';
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const blocks = [{ ...at('Nodig is: een'), kind: 'paragraph' as const }, { ...at('• plan'), kind: 'list-item' as const }, { ...at('• contract'), kind: 'list-item' as const }, { ...at('Iets anders.'), kind: 'paragraph' as const }];
    const listed = new Map([['regeling', { ...documents.get('regeling')!, text, blocks }]]);
    const place = [{ anyOf: [{ documentId: 'regeling', quote: '• contract', places: [at('• contract')] }] }];
    const citations = ['Nodig is: een', '• plan', 'Iets anders.'].map((words, n) => ({ ...cite('regeling', END), n, quote: words, ...at(words) }));
    expect(relevantQuotes(answer({ citations }), place, listed)).toEqual([true, true, false]);
  });
});

test('a label is right when all four parts are those of the document', () => {
  const right = cite('regeling', END);
  expect(labelRight(right, documents)).toBe(true);
  for (const change of [{ title: 'Iets anders' }, { publisher: 'Menzis' }, { published: '2026' }, { status: 'verslag' }, { documentId: 'weg' }]) expect(labelRight({ ...right, ...change }, documents)).toBe(false);
});

describe('refusals', () => {
  const refusal = (text: string, question = 'Wat is het telefoonnummer van de NZa?') => abstention({ answer: text, question });

  test('name what is missing in their own words', () => {
    expect(namesWhatIsMissing('telefoon|nummer', refusal('Een telefoonnummer staat niet in de bronnen.'))).toBe(true);
    expect(namesWhatIsMissing('telefoon|nummer', refusal('Dat staat niet in de bronnen.'))).toBe(false);
    expect(namesWhatIsMissing('telefoon|nummer', refusal('“Wat is het telefoonnummer van de NZa?” Dat weet ik niet.'))).toBe(false);
  });

  test.each([
    ['Vraag het aan uw zorgverzekeraar.', true],
    ['De gemeente weet dat.', true],
    ['Kijk op www.nza.nl.', true],
    ['Dat staat niet in de bronnen.', false],
    ['De zorgverzekeraar betaalt PGAZ.', false],
    ['', false],
  ])('point to somebody: %s', (text, points) => {
    expect(pointsToAddress(refusal(text))).toBe(points);
  });

  test('deny nothing that may stand there', () => {
    expect(deniesOnlyWhatIsMissing(refusal('Het dichtst in de buurt komt pagina 4. Daar staat het antwoord op uw vraag niet.'), false)).toBe(false);
    expect(deniesOnlyWhatIsMissing(refusal('Dat staat niet in de bronnen.'), true)).toBe(false);
    expect(deniesOnlyWhatIsMissing(refusal('Dat staat niet in de bronnen.'), false)).toBe(true);
    expect(deniesOnlyWhatIsMissing(refusal('Ik heb het niet gevonden.'), true)).toBe(true);
  });
});

describe('routes', () => {
  const asked = evaluationCase({ routes: ['pgaz', 'oi'] });
  const given = (text: string, routes: { id: string; status: 'onbekend' | 'van-toepassing' | 'nog-niet' }[] = []) => answer({ answer: text, routes: routes.map((route) => ({ ...route, title: route.id })) });

  test('are named in the text a reader sees', () => {
    expect(rightRoutes(asked, given('Kies PGAZ of O&I.'))).toEqual([true, true]);
    expect(rightRoutes(asked, given('Kies iets.', [{ id: 'pgaz', status: 'onbekend' }]))).toEqual([false, false]);
    expect(rightRoutes(asked, given('Kies ADZ of SOP.'))).toEqual([false, false]);
  });

  test('have the status of the case, or one that facts can still give', () => {
    const situation = { told: {}, rest: {}, outcome: { pgaz: 'nog-niet' as const } };
    const status = (id: string, value: 'van-toepassing' | 'nog-niet' | 'onbekend') => given('PGAZ of O&I', [{ id, status: value }]);
    expect(rightRoutes({ ...asked, situation }, status('pgaz', 'van-toepassing'))[0]).toBe(false);
    expect(rightRoutes({ ...asked, situation }, status('pgaz', 'nog-niet'))[0]).toBe(true);
    expect(rightRoutes({ ...asked, situation }, status('pgaz', 'onbekend'))[0]).toBe(true);
    expect(rightRoutes(asked, status('oi', 'van-toepassing'), { oi: { status: 'onbekend', open: true } })[1]).toBe(true);
    expect(rightRoutes(asked, status('oi', 'van-toepassing'), { oi: { status: 'onbekend', open: false } })[1]).toBe(false);
  });

  test('an abstention names none', () => {
    expect(rightRoutes(asked, abstention({ answer: 'PGAZ en O&I' }))).toEqual([false, false]);
  });
});

describe('somebody’s own situation', () => {
  const situation = { told: { onderwerp: 'groep', huisartsenDoenMee: true }, rest: { pgazOvereenkomst: 'nee' }, outcome: { pgaz: 'nog-niet' as const } };
  const outcome = (understood: Record<string, string>, statuses: Record<string, string> = {}) => ({ taps: 0, understood, statuses });

  test('is decided by the status of its leading routes', () => {
    expect(isDecided(situation, outcome({}, { pgaz: 'nog-niet', oi: 'onbekend' }))).toBe(true);
    expect(isDecided(situation, outcome({}, { pgaz: 'onbekend' }))).toBe(false);
    expect(isDecided(situation, outcome({}))).toBe(false);
  });

  test('facts: read, missed and misread', () => {
    expect(factsRead(situation, outcome({ onderwerp: 'groep' }))).toEqual([true, false]);
    expect(factsRead(situation, outcome({ onderwerp: 'groep', huisartsenDoenMee: 'ja' }))).toEqual([true, true]);
    expect(misread(situation, outcome({ onderwerp: 'individu' }))).toBe(true);
    expect(misread(situation, outcome({ pgazOvereenkomst: 'ja' }))).toBe(true);
    expect(misread(situation, outcome({ onderwerp: 'groep', sector: 'ggz' }))).toBe(false);
  });
});

test('waiting is weighed against a request that does nothing', () => {
  const some = [100, 100, 100].map((latencyMs, at) => result(`Antwoord ${at}.`, { latencyMs, idleMs: 4 }));
  expect(estimate(LATENCY_RATIO, some)).toMatchObject({ value: 25, n: 3 });
  expect(estimate(LATENCY_RATIO, [result('In dit proces.')])).toMatchObject({ n: 0 });
});

test('measures of answers are not about cases to abstain', () => {
  const one = abstainCase();
  const ask = { answer: answer({ answer: 'Iets verzonnen.' }), latencyMs: 1 };
  expect(estimate(WORDS, [{ case: one, ask, scores: scoreCase(one, ask, undefined, documents) }]).n).toBe(0);
  expect(textOf('regeling')).toContain(END);
});
