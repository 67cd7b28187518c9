import type { CounterQuestion } from '../contract.ts';
import { words } from '../text/words.ts';
import type { Facts } from './condition.ts';
import { ALL, NOT_ALL, unknownMembers } from './fact-bundle.ts';
import type { Language } from './in-english.ts';
import type { RuleSet } from './rule-set.ts';
import { situationWords } from './situation-words.ts';

/** An answer to a counter-question too: asked, and nobody knows. */
export const UNKNOWN = 'weet-niet';
/** Words that may follow a counter-question in a message beside its own help and choices: a link, a source line. */
const MOST_AFTER = 30;

export interface CounterQuestions {
  /** @param id of a fact, or of several that are asked together */
  of(id: string, facts: Facts): CounterQuestion | undefined;
  /** What an earlier message of the assistant asks back, by its text alone: conversations travel as text. */
  askedIn(message: string): string | undefined;
}

/** @param rules with their texts in that language */
export function createCounterQuestions({ facts, together }: Pick<RuleSet, 'facts' | 'together'>, language: Language = 'nl'): CounterQuestions {
  const unknown = { value: UNKNOWN, label: situationWords[language].unknown };
  const single = (id: string): CounterQuestion | undefined => {
    const fact = facts.find((candidate) => candidate.id === id);
    return fact && { factId: id, question: fact.question, help: fact.help, choices: [...fact.answers.map(({ value, label }) => ({ value: String(value), label })), unknown] };
  };
  const texts = [...facts, ...together].map((asked) => {
    const bundle = together.find(({ id }) => id === asked.id);
    const own = bundle ? [...bundle.facts.map(({ text }) => text), ...bundle.labels] : (facts.find(({ id }) => id === asked.id)?.answers.map(({ label }) => label) ?? []);
    return { id: asked.id, question: plain(asked.question), own: new Set([...own, asked.help, unknown.label].flatMap((text) => plain(text).split(' '))) };
  });

  return {
    of(id, given) {
      const bundle = together.find((candidate) => candidate.id === id);
      if (bundle === undefined) return single(id);
      const open = unknownMembers(bundle, given);
      if (open.length === 1 && open[0]) return single(open[0].fact);
      return {
        factId: id,
        question: `${bundle.question} ${open.map(({ text }) => text).join(' ')}`,
        help: bundle.help,
        choices: [ALL, NOT_ALL].map((value, at) => ({ value, label: bundle.labels[at] ?? value })).concat(unknown),
      };
    },

    askedIn(message) {
      const said = ` ${plain(message)} `;
      const found = texts
        .map(({ id, question, own }) => ({ id, own, at: said.lastIndexOf(` ${question} `), length: question.length + 1 }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.at + b.length - (a.at + a.length));
      const [last] = found;
      if (last === undefined) return undefined;
      const before = said.slice(0, last.at);
      // Two questions in a row are no counter-question: an answer would say nothing about which it is.
      if (texts.some(({ question, id }) => id !== last.id && before.endsWith(` ${question}`))) return undefined;
      const after = said.slice(last.at + last.length).trim().split(' ').filter((word) => word !== '' && !last.own.has(word));
      return after.length <= MOST_AFTER ? last.id : undefined;
    },
  };
}

/** Words and question marks alone: Markdown, other punctuation and case differ between clients. */
const plain = (text: string): string => words(text.replace(/\\/g, '').replace(/\?/g, ' vraagteken ')).map(({ word }) => word).join(' ');
