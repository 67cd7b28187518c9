import type { FactValue } from '../contract.ts';
import { lawOfSector } from '../rules/law-of-sector.ts';
import type { CheckAnswer, Fact } from './check-fact.ts';
import { settleParts, withoutParts } from './fact-parts.ts';

/**
 * Where somebody is in the guided check. It is written as `onderwerp=groep&domein=zvw&sector=weet-niet`: in the address's
 * fragment (so that it can be shared and never reaches a server's log), and in the form that works without JavaScript.
 */
export interface CheckState {
  /** Answers in the order they were given; `unknown` means "weet ik niet". */
  answers: readonly CheckAnswer[];
  /** A question that is asked again, or out of turn. */
  asking: string | undefined;
  /** The result is shown although questions are open. */
  finished: boolean;
  /** Date to check against, YYYY-MM-DD; today when absent. */
  asOf: string | undefined;
}

export type { CheckAnswer, Fact } from './check-fact.ts';

export const unknownValue = 'weet-niet';
/** Names in the address that are no facts. */
const askingName = 'vraag';
const finishedName = 'uitkomst';
const dateName = 'datum';

export const emptyCheckState: CheckState = { answers: [], asking: undefined, finished: false, asOf: undefined };

/** Reads a state; what does not fit the facts is left out, since addresses are shared, shortened and mistyped. */
export function parseCheckState(text: string, facts: readonly Fact[]): CheckState {
  const parameters = new URLSearchParams(text.replace(/^[#?]/, ''));
  const answers: CheckAnswer[] = [];
  for (const [name, raw] of parameters) {
    const fact = facts.find(({ id }) => id === name);
    if (fact === undefined || answers.some((answer) => answer.fact === name)) continue;
    if (raw === unknownValue) answers.push({ fact: name, value: undefined });
    else {
      const value = readValue(fact, raw);
      if (value !== undefined) answers.push({ fact: name, value });
    }
  }
  const asking = parameters.get(askingName) ?? undefined;
  const date = parameters.get(dateName) ?? '';
  return {
    answers: settleParts(answers, facts),
    asking: facts.some(({ id }) => id === asking) ? asking : undefined,
    finished: parameters.has(finishedName),
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
  };
}

export function formatCheckState({ answers, asking, finished, asOf }: CheckState): string {
  const parameters = new URLSearchParams();
  for (const { fact, value } of answers) parameters.append(fact, value === undefined ? unknownValue : writeValue(value));
  if (asking !== undefined) parameters.append(askingName, asking);
  if (finished) parameters.append(finishedName, '1');
  if (asOf !== undefined) parameters.append(dateName, asOf);
  return parameters.toString();
}

function readValue(fact: Fact, raw: string): FactValue | undefined {
  if (fact.type === 'choice') return fact.choices?.some(({ value }) => value === raw) ? raw : undefined;
  if (raw === 'ja' || raw === 'true') return true;
  if (raw === 'nee' || raw === 'false') return false;
  return undefined;
}

/** A yes or no is written in Dutch; a choice has its own value. */
export const writeValue = (value: FactValue): string => (value === true ? 'ja' : value === false ? 'nee' : value);

/** The facts that are known: what goes to the rule check. An answer "weet ik niet" stays out: unknown is not false. */
export function knownFacts({ answers }: CheckState): Record<string, FactValue> {
  return Object.fromEntries(answers.flatMap(({ fact, value }) => (value === undefined ? [] : [[fact, value] as const])));
}

/**
 * The open questions, most decisive first: what the rule check misses and has not been answered with "weet ik niet". Before
 * the law comes the sector: people know it better, and it mostly tells the law.
 */
export function openQuestions({ answers }: CheckState, missing: readonly string[]): string[] {
  const open = missing.filter((id) => !answers.some(({ fact }) => fact === id));
  if (!open.includes('domein') || !open.includes('sector')) return open;
  return open.filter((id) => id !== 'sector').flatMap((id) => (id === 'domein' ? ['sector', id] : [id]));
}

/** The law is the one that goes with the sector, so that nobody has been asked for it, or it could have been left out. */
export function isProposedLaw({ answers }: CheckState): boolean {
  const valueOf = (id: string): FactValue | undefined => answers.find(({ fact }) => fact === id)?.value;
  const law = lawOfSector(valueOf('sector'));
  return law !== undefined && valueOf('domein') === law;
}

/** The question to put now; undefined means that the result is shown. */
export function currentQuestion(state: CheckState, missing: readonly string[]): string | undefined {
  if (state.asking !== undefined) return state.asking;
  return state.finished ? undefined : openQuestions(state, missing)[0];
}

/** The question before the one that is asked, with its answer kept; undefined at the first. */
export function previousQuestion({ answers, asking }: CheckState): string | undefined {
  const at = answers.findIndex(({ fact }) => fact === asking);
  return answers[(at < 0 ? answers.length : at) - 1]?.fact;
}

/** What the buttons of the forms send; every one leads to a next state. */
export type CheckStep =
  | { fact: string; answer: string }
  | { ask: string }
  | { finish: true }
  | { asOf: string }
  | { restart: true };

export function takeStep(state: CheckState, step: CheckStep, facts: readonly Fact[]): CheckState {
  if ('restart' in step) return emptyCheckState;
  if ('finish' in step) return { ...state, asking: undefined, finished: true };
  if ('asOf' in step) return { ...state, asOf: /^\d{4}-\d{2}-\d{2}$/.test(step.asOf) ? step.asOf : undefined };
  if ('ask' in step) return { ...state, asking: step.ask };
  const fact = facts.find(({ id }) => id === step.fact);
  const value = fact === undefined || step.answer === unknownValue ? undefined : readValue(fact, step.answer);
  if (fact === undefined || (value === undefined && step.answer !== unknownValue)) return state;
  const given = { fact: step.fact, value };
  const answers = settleParts(withAnswer(withoutParts(state.answers, given, facts), given), facts);
  if (step.fact !== 'sector') return { ...state, asking: undefined, answers };
  // A law that came with the old sector goes with it; one that somebody gave himself stays.
  const kept = isProposedLaw(state) ? answers.filter((answer) => answer.fact !== 'domein') : answers;
  const law = lawOfSector(value);
  const canPropose = law !== undefined && !kept.some((answer) => answer.fact === 'domein') && facts.some(({ id }) => id === 'domein');
  return { ...state, asking: undefined, answers: canPropose ? [...kept, { fact: 'domein', value: law }] : kept };
}

function withAnswer(answers: readonly CheckAnswer[], given: CheckAnswer): CheckAnswer[] {
  const isKnown = answers.some(({ fact }) => fact === given.fact);
  return isKnown ? answers.map((answer) => (answer.fact === given.fact ? given : answer)) : [...answers, given];
}

/** Reads the step from a submitted form: `vraag` and `antwoord`, or one of the other buttons. */
export function stepOf(form: URLSearchParams): CheckStep | undefined {
  if (form.has('opnieuw')) return { restart: true };
  if (form.has('toon')) return { finish: true };
  const ask = form.get('naar');
  if (ask !== null) return { ask };
  const fact = form.get('vraag');
  const answer = form.get('antwoord');
  if (fact !== null && answer !== null) return { fact, answer };
  const asOf = form.get('datum');
  return asOf === null ? undefined : { asOf };
}
