import type { Measure } from './measure.ts';
import { CITATIONS_VALID, EVIDENCE_CITED, EVIDENCE_PRECISION } from './measures/citations.ts';
import { ABSTAINED_AT_FIVE, CONFIDENCE_AUC } from './measures/confidence.ts';
import { ALL_FACTS, VITAL_FACTS } from './measures/key-facts.ts';
import { NUMBERS_SUPPORTED } from './measures/numbers.ts';
import { ABSTAINED, FALSE_REFUSALS } from './measures/refusals.ts';
import { MRR10, NDCG10, RECALL1, RECALL10, RECALL5 } from './measures/retrieval.ts';
import { RIGHT } from './measures/right.ts';
import { ROUTES_FOUND, ROUTES_PRECISE } from './measures/routes.ts';

/**
 * Every figure of the evaluation, in the order in which report, screen and JSON show them: answers first, for they are what
 * people read. A new one is a file in `measures/` and a line here; `thresholds.yaml` can name it at once.
 */
export const MEASURES = [
  RIGHT,
  EVIDENCE_CITED,
  VITAL_FACTS,
  ALL_FACTS,
  CITATIONS_VALID,
  NUMBERS_SUPPORTED,
  ABSTAINED,
  FALSE_REFUSALS,
  ABSTAINED_AT_FIVE,
  CONFIDENCE_AUC,
  EVIDENCE_PRECISION,
  ROUTES_FOUND,
  ROUTES_PRECISE,
  NDCG10,
  MRR10,
  RECALL1,
  RECALL5,
  RECALL10,
] as const;

export type MeasureName = (typeof MEASURES)[number]['name'];

export const MEASURE_NAMES = MEASURES.map(({ name }) => name) as [MeasureName, ...MeasureName[]];

const BY_NAME = new Map<string, Measure<MeasureName>>(MEASURES.map((one) => [one.name, one]));

export const measureOf = (name: MeasureName): Measure<MeasureName> => BY_NAME.get(name)!;
