import type { CheckDescription, FactValue, RouteResult, RouteStatus } from '../contract.ts';
import type { Condition } from './condition.ts';
import type { Period } from './period.ts';
import type { Quote, SourcedText } from './sourced-text.ts';

export interface FactAnswer {
  value: FactValue;
  /** As a choice on a form. */
  label: string;
  /** As a sentence about the situation. */
  statement: string;
}

/** A question about the situation; unknown until answered. */
export interface Fact {
  id: string;
  question: string;
  help: string;
  type: CheckDescription['facts'][number]['type'];
  answers: FactAnswer[];
}

/**
 * What a condition that is not met leads to: `situatie` niet-van-toepassing, `regelen` nog-niet,
 * `keuze` conflict (another route excludes this one), `betwist` betwist (the sources contradict each other).
 */
export type ConditionKind = 'situatie' | 'regelen' | 'keuze' | 'betwist';

export interface RouteCondition extends SourcedText {
  id: string;
  kind: ConditionKind;
  when: Condition;
}

/** A warning or next step; shown when its condition is true and the route has one of its statuses. */
export interface Remark extends SourcedText {
  id: string;
  /** Numbers of the pitfalls that it guards against. */
  pitfalls: number[];
  when?: Condition;
  statuses?: RouteStatus[];
}

export interface Route {
  id: string;
  title: string;
  summary: string;
  payment: SourcedText & { form: RouteResult['payment'] };
  periods: Period[];
  conditions: RouteCondition[];
  warnings: Remark[];
  nextSteps: Remark[];
}

/** A term or a piece of background that no verdict depends on. */
export interface Definition extends SourcedText {
  id: string;
  term: string;
}

/** A known way to misread the sources. */
export interface Pitfall {
  id: number;
  text: string;
}

/** One entry of the catalogue of conditions, definitions, dates and limits found in the sources. */
export interface CatalogueEntry {
  id: string;
  about: string;
  kind: string;
  what: string;
  note?: string;
  quotes: Quote[];
}

/** Something a real agreement on the allocation needs and that was not given. */
export interface AllocationNote extends SourcedText {
  id: string;
}

/** Everything below `corpus/rules/`, checked, with every quote found in its document. */
export interface RuleSet {
  facts: Fact[];
  /** In the order in which they are shown. */
  routes: Route[];
  definitions: Definition[];
  pitfalls: Pitfall[];
  catalogue: CatalogueEntry[];
  allocation: { missing: AllocationNote[]; notes: AllocationNote[] };
  /** Of the rules that decide and the texts that are shown with a verdict; hex. */
  sha256: string;
}
