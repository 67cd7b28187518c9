import type { CheckDescription, CheckResult, RouteResult } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { RuleCheck } from '../assistant/services.ts';
import { allocate } from './allocate.ts';
import { citationsOf } from './citations-of.ts';
import { conditionStatus } from './condition-status.ts';
import { createCounterQuestions, UNKNOWN } from './counter-question.ts';
import type { RouteVerdict } from './evaluate.ts';
import { createRuleEvaluator } from './evaluate-rules.ts';
import { readFacts } from './read-facts.ts';
import { reasonOf } from './reason.ts';
import type { RuleSet } from './rule-set.ts';
import type { SourcedText } from './sourced-text.ts';

export interface RuleCheckOptions {
  /** The clock; "today" is the calendar day in the Netherlands. */
  now?: () => Date;
}

type CitedText = RouteResult['warnings'][number];

/**
 * The rule check over one set of rules: the same facts and day always give the same bytes.
 * @param documents canonical documents by id, the ones the rules were loaded with
 */
export function createRuleCheck(
  rules: RuleSet,
  documents: ReadonlyMap<string, CanonicalDocument>,
  { now = () => new Date() }: RuleCheckOptions = {},
): RuleCheck {
  const evaluate = createRuleEvaluator(rules);
  const cited = new Map<SourcedText, CitedText>();
  /** Made once for each text and shared by all results: nobody changes them. */
  const cite = (sourced: SourcedText): CitedText => {
    const seen = cited.get(sourced);
    if (seen !== undefined) return seen;
    const made = { text: sourced.text, citations: citationsOf(sourced, documents) };
    cited.set(sourced, made);
    return made;
  };

  const routeResult = (verdict: RouteVerdict): RouteResult => ({
    id: verdict.route.id,
    title: verdict.route.title,
    status: verdict.status,
    ...(verdict.because && { because: verdict.because }),
    payment: verdict.route.payment.form,
    conditions: verdict.conditions.map(({ condition, truth }) => ({
      id: condition.id,
      text: condition.text,
      kind: condition.kind,
      status: conditionStatus(condition, truth),
      citations: cite(condition).citations,
    })),
    warnings: verdict.warnings.map(cite),
    nextSteps: verdict.nextSteps.map(cite),
    reason: reasonOf(verdict, cite),
    decidedBy: verdict.line,
    paymentNote: cite(verdict.route.payment),
    missing: verdict.missing,
  });

  return {
    describe: () => describe(rules),
    check(given, asOf): CheckResult {
      const facts = readFacts(rules, given, asOf);
      const verdict = evaluate(facts, asOf ?? dayInAmsterdam(now()));
      return {
        asOf: verdict.asOf,
        rulesetSha256: rules.sha256,
        routes: verdict.routes.map(routeResult),
        missing: verdict.missing,
      };
    },
    allocate: (request) => allocate(request, rules.allocation, documents),
  };
}

function describe({ facts, routes, together }: RuleSet): CheckDescription {
  const questions = createCounterQuestions({ facts, together });
  return {
    facts: facts.map(({ id, question, help, type, answers }) => ({
      id,
      question,
      help,
      type,
      choices: answers.map(({ value, label }) => ({ value: String(value), label })),
    })),
    together: together.flatMap(({ id, facts: parts }) => {
      const asked = questions.of(id, {});
      return asked === undefined ? [] : [{ id, question: asked.question, help: asked.help, choices: asked.choices.filter(({ value }) => value !== UNKNOWN), parts: parts.map(({ fact, is }) => ({ fact, is })) }];
    }),
    routes: routes.map(({ id, title, summary }) => ({ id, title, summary })),
  };
}
