import type { CheckDescription, FactValue } from '../contract.ts';
import type { CheckAnswer, Fact } from './check-fact.ts';

/** Answers to a question about several things at once, as the rules have them. */
const ALL = 'ja';
const NOT_ALL = 'niet-alles';

/** Facts as somebody can give them: also those that a conversation asks for together. */
export function givableFacts({ facts, together = [] }: CheckDescription): Fact[] {
  return [...facts, ...together.map(({ id, question, help, choices, parts }): Fact => ({ id, question, help, type: 'choice', choices, parts }))];
}

/**
 * An answer about several things is one about each; "not all" says of none what it is, and stays as it is as long as the
 * answers about the things leave it open. A contradiction is none of the asker's: what was said of a thing itself counts.
 */
export function settleParts(answers: readonly CheckAnswer[], facts: readonly Fact[]): CheckAnswer[] {
  let settled = [...answers];
  for (const { id, parts } of facts) {
    const given = settled.find(({ fact }) => fact === id);
    if (parts === undefined || given === undefined) continue;
    const valueOf = (part: string): FactValue | undefined => settled.find(({ fact }) => fact === part)?.value;
    const isSaid = given.value === NOT_ALL && parts.every(({ fact, is }) => valueOf(fact) === is);
    const isTold = parts.some(({ fact, is }) => valueOf(fact) === !is);
    if (given.value === NOT_ALL && !isSaid && !isTold) continue;
    const open = given.value === NOT_ALL ? [] : parts.filter(({ fact }) => !settled.some((answer) => answer.fact === fact));
    settled = settled.flatMap((answer) => (answer === given ? open.map(({ fact, is }) => ({ fact, value: given.value === ALL ? is : undefined })) : [answer]));
  }
  return settled;
}

/** The same with an answer that is given now: it counts, and of the things it is about what cannot be so beside it goes. */
export function withoutParts(answers: readonly CheckAnswer[], { fact: id, value }: CheckAnswer, facts: readonly Fact[]): CheckAnswer[] {
  const parts = facts.find((fact) => fact.id === id)?.parts;
  if (parts === undefined) return [...answers];
  const valueOf = (part: string): FactValue | undefined => answers.find(({ fact }) => fact === part)?.value;
  const allSaid = parts.every(({ fact, is }) => valueOf(fact) === is);
  return answers.filter((answer) => {
    const part = parts.find(({ fact }) => fact === answer.fact);
    return part === undefined || (value === NOT_ALL ? !allSaid : value === ALL && answer.value === part.is);
  });
}
