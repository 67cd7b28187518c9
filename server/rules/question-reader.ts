import type { FactValue } from '../contract.ts';
import { clausesOf, findAny, Phrase, type Span } from './phrase-matcher.ts';
import type { Phrases, StatedFact } from './rule-set.ts';

export interface QuestionReader {
  /** Facts that a question states beyond doubt, by fact id. */
  factsInQuestion(question: string): Record<string, FactValue>;
  /** Ids of the routes that a question is about, in the order of the phrases. */
  routesInQuestion(question: string): string[];
}

const compile = (phrases: readonly string[]): Phrase[] => phrases.map((phrase) => new Phrase(phrase));

/**
 * Reads what a question says of routes and facts, by data alone and sparingly: a negation or a list of alternatives
 * spoils a fact, and a fact stated with two values is not stated.
 */
export function createQuestionReader(phrases: Phrases): QuestionReader {
  const negations = compile(phrases.negations);
  const hedges = compile(phrases.hedges);
  const alternatives = compile(phrases.alternatives);
  const facts = phrases.facts.map(({ fact, value, strict, needsRoute, notBefore, phrases: texts }) => ({
    stated: { fact, value },
    strict,
    needsRoute,
    notBefore: compile(notBefore),
    phrases: compile(texts),
  }));
  const routes = phrases.routes.map(({ route, phrases: texts }) => ({ route, phrases: compile(texts) }));
  const professions = createProfessionReader(phrases);

  /** Whether words around a span make it no statement; looks once for each clause. */
  const spoilerOf = (words: readonly string[]): ((span: Span, strict: boolean) => boolean) => {
    const denials = findAny(negations, words);
    const choices = findAny(alternatives, words);
    const doubts = findAny(hedges, words);
    return (span, strict) =>
      denials.some((other) => isApart(other, span)) ||
      choices.some(({ start, end }) => end === span.start || start === span.end) ||
      (strict && doubts.some((other) => isApart(other, span)));
  };

  const covered = (fact: string, value: FactValue, by: ReadonlySet<FactValue>): boolean =>
    phrases.facts.some((entry) => entry.fact === fact && by.has(entry.value) && entry.covers.includes(value));

  const inClause = (words: readonly string[], hasRoute: boolean): StatedFact[] => {
    const found = facts.filter(({ needsRoute }) => hasRoute || !needsRoute).flatMap(({ stated, strict, notBefore, phrases: texts }) =>
      findAny(texts, words)
        .filter(({ end }) => !notBefore.some((phrase) => phrase.findIn(words.slice(end)).some(({ start }) => start === 0)))
        .map((span) => ({ stated, span, strict })),
    );
    // A longer phrase says what a shorter one inside it means: "niet in behandeling", "groep en individuele patiënten".
    const outermost = found.filter(
      ({ span }) =>
        !found.some(
          (other) =>
            other.span.start <= span.start && other.span.end >= span.end && other.span.end - other.span.start > span.end - span.start,
        ),
    );
    const isSpoiled = spoilerOf(words);
    return [...outermost, ...professions(words)]
      .filter(({ span, strict }) => !isSpoiled(span, strict))
      .map(({ stated }) => stated);
  };

  const routesIn = (clauses: readonly string[][]): string[] =>
    routes
      .filter(({ phrases: texts }) => clauses.some((words) => findAny(texts, words).length > 0))
      .map(({ route }) => route);

  return {
    factsInQuestion(question) {
      const clauses = clausesOf(question);
      const hasRoute = routesIn(clauses).length > 0;
      const values = new Map<string, Set<FactValue>>();
      for (const { fact, value } of clauses.flatMap((words) => inClause(words, hasRoute))) {
        values.set(fact, (values.get(fact) ?? new Set()).add(value));
      }
      const stated = [...values].flatMap(([fact, given]): [string, FactValue][] => {
        const [value, ...others] = [...given].filter((candidate) => !covered(fact, candidate, given));
        return value === undefined || others.length > 0 ? [] : [[fact, value]];
      });
      return Object.fromEntries(stated);
    },
    routesInQuestion: (question) => routesIn(clausesOf(question)),
  };
}

const isApart = (other: Span, span: Span): boolean => other.end <= span.start || other.start >= span.end;

interface Found {
  stated: StatedFact;
  span: Span;
  strict: boolean;
}

/** Professions: two joined ones come from several sectors, one after "ik ben" is the asker's own sector. */
function createProfessionReader(phrases: Phrases): (words: readonly string[]) => Found[] {
  const professions = phrases.professions.map(({ sectors, one, many, joined }) => ({
    sectors,
    joined,
    one: compile(one),
    many: compile(many),
  }));
  const joins = compile(phrases.joins);
  const spoilers = compile(phrases.pairSpoilers);
  const selves = { one: compile(phrases.selves.one), many: compile(phrases.selves.many) };

  return (words) => {
    const named = professions.flatMap((profession) =>
      (['one', 'many'] as const).flatMap((number) =>
        findAny(profession[number], words).map((span) => ({ profession, number, span })),
      ),
    );
    const own = named.flatMap(({ profession: { sectors }, number, span }): Found[] => {
      const [sector, ...others] = sectors;
      const self = findAny(selves[number], words).find(({ end }) => end === span.start);
      if (sector === undefined || others.length > 0 || self === undefined) return [];
      return [{ stated: { fact: 'sector', value: sector }, span: { start: self.start, end: span.end }, strict: false }];
    });
    if (findAny(spoilers, words).length > 0) return own;
    const joinSpans = findAny(joins, words);
    const pairs = named.flatMap((left) =>
      named.flatMap((right): Found[] => {
        const isJoined = joinSpans.some(({ start, end }) => start === left.span.end && end === right.span.start);
        if (!isJoined || left.profession.sectors.some((sector) => right.profession.sectors.includes(sector))) return [];
        const facts = [phrases.pair, left.profession.joined, right.profession.joined];
        const span = { start: left.span.start, end: right.span.end };
        return facts.flatMap((stated) => (stated === undefined ? [] : [{ stated, span, strict: false }]));
      }),
    );
    return [...own, ...pairs];
  };
}
