import type { FactValue } from '../contract.ts';
import { allNames, properNames } from '../corpus/names.ts';
import type { FactNames, StatedFact, Vocabulary } from '../corpus/vocabulary.ts';
import { PhraseIndex, type Phrase, type PhraseMatch } from '../text/phrase-index.ts';
import { clausesOf } from './clauses.ts';
import { createProfessionReader } from './profession-reader.ts';
import { phrasesOf, signalIndex } from './signal-index.ts';

export interface QuestionReader {
  /** Facts that a question states beyond doubt, by fact id. */
  factsInQuestion(question: string): Record<string, FactValue>;
  /** Ids of the routes that a question is about, in the order of the vocabulary. */
  routesInQuestion(question: string): string[];
}

/** Words of a clause, half-open. */
type Span = Pick<PhraseMatch<unknown>, 'first' | 'last'>;

/**
 * Reads what a question says of routes and facts, by the vocabulary alone and sparingly: a negation or a list of
 * alternatives spoils a fact, and a fact stated with two values is not stated.
 */
export function createQuestionReader(vocabulary: Vocabulary): QuestionReader {
  const realWords = lookalikesOf(vocabulary);
  const routes = createRouteReader(vocabulary, realWords);
  const professions = createProfessionReader(vocabulary, realWords);
  const facts = new PhraseIndex(
    vocabulary.facts
      .map((names) => ({ names, notBefore: new PhraseIndex(phrasesOf(names.notBefore)) }))
      .flatMap((fact) => allNames(fact.names, fact)),
    { realWords, glue: false, compounds: false },
  );
  const negations = signalIndex(vocabulary.signals.negations);
  const alternatives = signalIndex(vocabulary.signals.alternatives);
  const hedges = signalIndex(vocabulary.signals.hedges);

  /** Whether words around a span make it no statement; looks once for each clause. */
  const spoilerOf = (clause: string): ((span: Span, strict: boolean) => boolean) => {
    const denials = negations.find(clause);
    const choices = alternatives.find(clause);
    const doubts = hedges.find(clause);
    return (span, strict) =>
      denials.some((other) => isApart(other, span)) ||
      choices.some(({ first, last }) => last === span.first || first === span.last) ||
      (strict && doubts.some((other) => isApart(other, span)));
  };

  const needed = new Set(vocabulary.facts.flatMap(({ needsRoute }) => needsRoute ?? []));

  const inClause = (clause: string, about: string | undefined): StatedFact[] => {
    const isSpoiled = spoilerOf(clause);
    const named = facts.find(clause).flatMap(({ values, ...span }) =>
      values
        .filter(({ names: { needsRoute } }) => needsRoute === undefined || needsRoute === about)
        .filter(({ notBefore }) => !notBefore.find(clause.slice(span.end)).some(({ first }) => first === 0))
        .filter(({ names }) => !isSpoiled(span, names.strict))
        .map(({ names }) => names),
    );
    const joined = professions(clause).filter(({ span }) => !isSpoiled(span, false));
    return [...named, ...joined.map(({ stated }) => stated)];
  };

  return {
    factsInQuestion(question) {
      const clauses = clausesOf(question);
      const [about, ...others] = [...new Set(clauses.flatMap((clause) => [...routes(clause)]))].filter((route) => needed.has(route));
      const only = others.length === 0 ? about : undefined;
      return certainFacts(clauses.flatMap((clause) => inClause(clause, only)), vocabulary.facts);
    },
    routesInQuestion(question) {
      const found = new Set(clausesOf(question).flatMap((clause) => [...routes(clause)]));
      return vocabulary.routes.map(({ route }) => route).filter((route) => found.has(route));
    },
  };
}

/** Each fact with its value, unless two values were stated of which neither includes the other. */
function certainFacts(stated: readonly StatedFact[], names: readonly FactNames[]): Record<string, FactValue> {
  const values = new Map<string, Set<FactValue>>();
  for (const { fact, value } of stated) values.set(fact, (values.get(fact) ?? new Set()).add(value));
  const isCovered = (fact: string, value: FactValue, by: ReadonlySet<FactValue>): boolean =>
    names.some((entry) => entry.fact === fact && by.has(entry.value) && entry.covers.includes(value));
  return Object.fromEntries(
    [...values].flatMap(([fact, given]): [string, FactValue][] => {
      const [value, ...others] = [...given].filter((candidate) => !isCovered(fact, candidate, given));
      return value === undefined || others.length > 0 ? [] : [[fact, value]];
    }),
  );
}

/** The routes that a clause names: by words of their own and by the names of their terms. */
function createRouteReader({ routes, terms }: Vocabulary, realWords: readonly string[]): (clause: string) => ReadonlySet<string> {
  const phrases = routes.flatMap((names): Phrase<string>[] => [
    ...terms
      .filter(({ term }) => names.terms.includes(term))
      .flatMap((entry) => [{ text: entry.term, value: names.route }, ...properNames(entry, () => names.route)]),
    ...allNames(names, names.route),
  ]);
  const index = new PhraseIndex(phrases, { realWords });
  return (clause) => index.mentioned(clause);
}

function lookalikesOf({ terms, routes, facts, professions }: Vocabulary): string[] {
  return [...terms, ...routes, ...facts, ...professions].flatMap(({ lookalikes }) => lookalikes);
}

const isApart = (other: Span, span: Span): boolean => other.last <= span.first || other.first >= span.last;
