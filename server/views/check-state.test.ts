import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentQuestion, emptyCheckState, formatCheckState, isProposedLaw, knownFacts, openQuestions, parseCheckState, previousQuestion, stepOf, takeStep, type CheckState, type Fact } from './check-state.ts';

const facts: Fact[] = [
  { id: 'onderwerp', question: '?', help: '', type: 'choice', choices: [{ value: 'groep', label: '' }, { value: 'individu', label: '' }] },
  { id: 'alVergoed', question: '?', help: '', type: 'boolean' },
  { id: 'domein', question: '?', help: '', type: 'choice', choices: [{ value: 'zvw', label: '' }] },
];

const answered = (...steps: [string, string][]): CheckState =>
  steps.reduce((state, [fact, answer]) => takeStep(state, { fact, answer }, facts), emptyCheckState);

describe('the state in an address', () => {
  it('is readable and comes back the same', () => {
    const state = answered(['onderwerp', 'groep'], ['alVergoed', 'nee'], ['domein', 'weet-niet']);
    expect(formatCheckState(state)).toBe('onderwerp=groep&alVergoed=nee&domein=weet-niet');
    expect(parseCheckState(`#${formatCheckState(state)}`, facts)).toEqual(state);
  });

  it('accepts true and false for ja and nee', () => {
    expect(knownFacts(parseCheckState('#alVergoed=false', facts))).toEqual({ alVergoed: false });
  });

  it('leaves out facts and values that do not exist', () => {
    expect(parseCheckState('#onderwerp=dorp&onbekend=ja&vraag=x&datum=morgen', facts)).toEqual(emptyCheckState);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(parseCheckState(text, facts).answers.length).toBeLessThanOrEqual(3); }));
  });
});

describe('answers', () => {
  it('keep "weet ik niet" from becoming no', () => {
    const state = answered(['alVergoed', 'weet-niet'], ['onderwerp', 'groep']);
    expect(knownFacts(state)).toEqual({ onderwerp: 'groep' });
    expect(openQuestions(state, ['alVergoed', 'domein'])).toEqual(['domein']);
  });

  it('are changed in their place, and later ones are kept', () => {
    const state = answered(['onderwerp', 'groep'], ['alVergoed', 'nee']);
    const back = takeStep(state, { ask: 'onderwerp' }, facts);
    expect(currentQuestion(back, ['domein'])).toBe('onderwerp');
    const changed = takeStep(back, { fact: 'onderwerp', answer: 'individu' }, facts);
    expect(changed.answers).toEqual([{ fact: 'onderwerp', value: 'individu' }, { fact: 'alVergoed', value: false }]);
    expect(currentQuestion(changed, ['domein'])).toBe('domein');
  });

  it('are ignored when they do not fit', () => {
    expect(answered(['onderwerp', 'dorp'])).toEqual(emptyCheckState);
    expect(answered(['bestaatNiet', 'ja'])).toEqual(emptyCheckState);
  });

  it('lead back one by one', () => {
    const state = answered(['onderwerp', 'groep'], ['alVergoed', 'nee']);
    expect(previousQuestion(emptyCheckState)).toBeUndefined();
    expect(previousQuestion(state)).toBe('alVergoed');
    expect(previousQuestion({ ...state, asking: 'alVergoed' })).toBe('onderwerp');
    expect(previousQuestion({ ...state, asking: 'onderwerp' })).toBeUndefined();
  });
});

describe('the law that goes with a sector', () => {
  const withSector: Fact[] = [
    ...facts.filter(({ id }) => id !== 'domein'),
    { id: 'domein', question: '?', help: '', type: 'choice', choices: [{ value: 'zvw', label: '' }, { value: 'wlz', label: '' }] },
    { id: 'sector', question: '?', help: '', type: 'choice', choices: ['ggz', 'huisartsenzorg', 'anders'].map((value) => ({ value, label: '' })) },
  ];
  const steps = (...given: [string, string][]): CheckState => given.reduce((state, [fact, answer]) => takeStep(state, { fact, answer }, withSector), emptyCheckState);

  it('is filled in as an answer of its own', () => {
    expect(knownFacts(steps(['sector', 'ggz']))).toEqual({ sector: 'ggz', domein: 'zvw' });
    expect(isProposedLaw(steps(['sector', 'ggz']))).toBe(true);
    expect(knownFacts(steps(['sector', 'anders']))).toEqual({ sector: 'anders' });
  });

  it('can be changed, and that stays', () => {
    const changed = steps(['sector', 'ggz'], ['domein', 'wlz']);
    expect(knownFacts(changed)).toEqual({ sector: 'ggz', domein: 'wlz' });
    expect(isProposedLaw(changed)).toBe(false);
    expect(knownFacts(takeStep(changed, { fact: 'sector', answer: 'huisartsenzorg' }, withSector))).toEqual({ sector: 'huisartsenzorg', domein: 'wlz' });
  });

  it('goes when the sector changes to one that tells no law', () => {
    expect(knownFacts(steps(['sector', 'ggz'], ['sector', 'anders']))).toEqual({ sector: 'anders' });
    expect(knownFacts(steps(['sector', 'ggz'], ['sector', 'weet-niet']))).toEqual({});
  });

  it('never takes the place of an answer, not even of "weet ik niet"', () => {
    expect(knownFacts(steps(['domein', 'wlz'], ['sector', 'ggz']))).toEqual({ domein: 'wlz', sector: 'ggz' });
    expect(knownFacts(steps(['domein', 'weet-niet'], ['sector', 'ggz']))).toEqual({ sector: 'ggz' });
  });

  it('is asked after the sector, where both are open', () => {
    expect(openQuestions(emptyCheckState, ['onderwerp', 'domein', 'alVergoed', 'sector'])).toEqual(['onderwerp', 'sector', 'domein', 'alVergoed']);
    expect(openQuestions(emptyCheckState, ['domein', 'alVergoed'])).toEqual(['domein', 'alVergoed']);
    expect(openQuestions(emptyCheckState, ['sector', 'domein'])).toEqual(['sector', 'domein']);
  });
});

describe('the end', () => {
  it('comes when nothing is missing, or on request', () => {
    expect(currentQuestion(emptyCheckState, ['domein'])).toBe('domein');
    expect(currentQuestion(emptyCheckState, [])).toBeUndefined();
    expect(currentQuestion(takeStep(emptyCheckState, { finish: true }, facts), ['domein'])).toBeUndefined();
    expect(takeStep(answered(['onderwerp', 'groep']), { restart: true }, facts)).toEqual(emptyCheckState);
  });
});

describe('a submitted form', () => {
  it.each([
    ['vraag=onderwerp&antwoord=groep', { fact: 'onderwerp', answer: 'groep' }],
    ['naar=domein', { ask: 'domein' }],
    ['toon=1', { finish: true }],
    ['opnieuw=1', { restart: true }],
    ['datum=2025-01-01', { asOf: '2025-01-01' }],
    ['iets=anders', undefined],
  ])('%s', (form, step) => expect(stepOf(new URLSearchParams(form))).toEqual(step));
});
