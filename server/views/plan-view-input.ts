import type { AllocationRequest, AllocationResult, CheckDescription, PlanResult } from '../contract.ts';
import type { Horizon } from './lookup-parts.ts';
import type { PlanState } from './plan-state.ts';
import type { ViewLinks } from './view-links.ts';

/** What the page of a plan is made from, and its Word document. */
export interface PlanViewInput {
  state: PlanState;
  facts: CheckDescription['facts'];
  /** What stands in the field for who takes part: what could not be read. */
  text: string;
  /** What is not right, as a sentence that says what to do. */
  problem?: string | undefined;
  /** Absent where nobody takes part, or something is not right. */
  result?: PlanResult | undefined;
  division?: PlanDivision | undefined;
  horizon: Horizon;
  links: ViewLinks;
}

/** Amounts, or why there are none. */
export type PlanDivision = { request: AllocationRequest; result: AllocationResult } | { problem: string };
