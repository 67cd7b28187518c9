import type { z } from 'zod/v4';
import type { FactValue } from '../contract.ts';
import type { Located } from './locate-quotes.ts';
import type { FactForm, RouteForm, ScenarioForm, TextsForm } from './schema.ts';

/** The rules as the program uses them: the forms of `schema.ts`, checked, with every quote found in its document. */
export interface RuleSet {
  facts: Fact[];
  /** In the order in which they are shown. */
  routes: Route[];
  definitions: Definition[];
  pitfalls: Pitfall[];
  allocation: Texts['allocation'];
  /** Facts that a conversation asks for in one question. */
  together: FactBundle[];
  asksToBePaid: string[];
  /** Of the rules that decide and the texts that are shown with a verdict; hex. */
  sha256: string;
}

/** A question about the situation; unknown until answered. */
export type Fact = z.infer<typeof FactForm>;

/** A way of paying, with the warnings it shares with others and its scenarios. */
export type Route = Omit<Located<RouteForm>, 'scenarios'> & { scenarios: Scenario[] };
export type RouteCondition = Route['conditions'][number];
export type ConditionKind = RouteCondition['kind'];

/** A warning or next step; shown when its condition is true and the route has one of its statuses. */
export type Remark = Route['nextSteps'][number];

/** A situation with the outcome that must come out. */
export type Scenario = ScenarioForm & {
  /** Its facts, those of its base included. */
  given: Record<string, FactValue>;
};

type Texts = Located<TextsForm>;
export type Definition = Texts['definitions'][number];
export type Pitfall = Texts['pitfalls'][number];
export type AllocationNote = Texts['allocation']['notes'][number];
export type FactBundle = Texts['together'][number];
