import type { FactValue, RouteMention } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { checkLink } from './check-link.ts';
import { createEvaluator } from './evaluate.ts';
import { createQuestionReader } from './question-reader.ts';
import type { RuleSet } from './rule-set.ts';
import type { ToldFact } from './situation-reader.ts';

export interface UnderstoodFact {
  factId: string;
  value: FactValue;
  /** Dutch sentence: "Het overleg gaat over een groep patiënten." */
  label: string;
}

export interface OpenQuestion {
  factId: string;
  /** Dutch question. */
  question: string;
}

/** What the rules make of a question; the answer tells the asker, never silently. */
export interface AboutQuestion {
  /** Routes the question names, with their status under the facts understood. */
  routes: RouteMention[];
  understood: UnderstoodFact[];
  /** For each named route the unknown facts that can still change its status, those that matter for most routes first. */
  missingByRoute: Record<string, OpenQuestion[]>;
  /** The guided check with those facts filled in; they stand behind the `#` and reach no server log. */
  link: string;
}

export interface QuestionRules {
  /** @param asOf YYYY-MM-DD, default today in the Netherlands */
  aboutQuestion(question: string, asOf?: string): AboutQuestion;
  factsInQuestion(question: string): Record<string, FactValue>;
  /** The same with the words that told each. */
  factsWithWords(question: string): ToldFact[];
  routesInQuestion(question: string): string[];
}

export function createQuestionRules(rules: RuleSet, vocabulary: Vocabulary, now: () => Date = () => new Date()): QuestionRules {
  const evaluate = createEvaluator(rules.facts, rules.routes);
  const reader = createQuestionReader(vocabulary);

  return {
    ...reader,
    aboutQuestion(question, asOf) {
      const given = reader.factsInQuestion(question);
      const named = new Set(reader.routesInQuestion(question));
      const verdict = evaluate(given, asOf ?? dayInAmsterdam(now()));
      const concerned = verdict.routes.filter(({ route }) => named.has(route.id));
      const ask = (factId: string): OpenQuestion => ({
        factId,
        question: rules.facts.find(({ id }) => id === factId)?.question ?? factId,
      });
      const understood = rules.facts.flatMap(({ id: factId, answers }): UnderstoodFact[] => {
        const answer = answers.find(({ value }) => value === given[factId]);
        return answer === undefined ? [] : [{ factId, value: answer.value, label: answer.statement }];
      });
      return {
        routes: concerned.map(({ route: { id, title }, status }) => ({ id, title, status })),
        understood,
        missingByRoute: Object.fromEntries(
          concerned.map(({ route, missing }) => [
            route.id,
            verdict.missing.filter((factId) => missing.includes(factId)).map(ask),
          ]),
        ),
        link: checkLink(Object.fromEntries(understood.map(({ factId, value }) => [factId, value])), asOf),
      };
    },
  };
}
