import type { FactValue } from '../contract.ts';
import { allNames, properNames } from '../corpus/names.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { PhraseIndex, type Phrase } from '../text/phrase-index.ts';
import { clausesOf } from './clauses.ts';
import { createSituationReader, type ToldFact } from './situation-reader.ts';

export interface QuestionReader {
  /** Facts that a question states beyond doubt, by fact id. */
  factsInQuestion(question: string): Record<string, FactValue>;
  /** The same with the words that told each. */
  factsWithWords(question: string): ToldFact[];
  /** Ids of the routes that a question is about, in the order of the vocabulary. */
  routesInQuestion(question: string): string[];
}

/** Reads what a question says of routes and of the asker's situation, by the vocabulary alone. */
export function createQuestionReader(vocabulary: Vocabulary): QuestionReader {
  const routes = createRouteReader(vocabulary);
  const situation = createSituationReader(vocabulary);
  return {
    factsInQuestion: (question) => Object.fromEntries(situation(question).map(({ fact, value }) => [fact, value])),
    factsWithWords: situation,
    routesInQuestion(question) {
      const found = new Set(clausesOf(question).flatMap((clause) => [...routes(clause)]));
      return vocabulary.routes.map(({ route }) => route).filter((route) => found.has(route));
    },
  };
}

/** The routes that a clause names. */
function createRouteReader(vocabulary: Vocabulary): (clause: string) => ReadonlySet<string> {
  const index = createRouteIndex(vocabulary);
  return (clause) => index.mentioned(clause);
}

/** Names of routes: words of their own and the names of their terms. */
export function createRouteIndex({ routes, terms }: Vocabulary): PhraseIndex<string> {
  const phrases = routes.flatMap((names): Phrase<string>[] => [
    ...terms
      .filter(({ term }) => names.terms.includes(term))
      .flatMap((entry) => [{ text: entry.term, value: names.route }, ...properNames(entry, () => names.route)]),
    ...allNames(names, names.route),
  ]);
  return new PhraseIndex(phrases, { realWords: [...terms, ...routes].flatMap(({ lookalikes }) => lookalikes) });
}
