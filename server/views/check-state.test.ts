import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentQuestion, emptyCheckState, formatCheckState, knownFacts, openQuestions, parseCheckState, previousQuestion, stepOf, takeStep, type CheckState, type Fact } from './check-state.ts';

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
