import type { Measure } from './measure.ts';
import { CITATIONS_VALID, EVIDENCE_CITED, EVIDENCE_PRECISION } from './measures/citations.ts';
import { ABSTAINED_AT_FIVE, CONFIDENCE_AUC } from './measures/confidence.ts';
import { ALL_FACTS, VITAL_FACTS } from './measures/key-facts.ts';
import { NUMBERS_SUPPORTED } from './measures/numbers.ts';
import { ABSTAINED, FALSE_REFUSALS } from './measures/refusals.ts';
import { MRR10, NDCG10, RECALL1, RECALL10, RECALL5 } from './measures/retrieval.ts';
import { DIRECT } from './measures/direct.ts';
import { HISTORY_INDEPENDENT } from './measures/history.ts';
import { LABELS_RIGHT } from './measures/labels.ts';
import { LANGUAGE_RIGHT } from './measures/language.ts';
import { LATENCY_RATIO } from './measures/latency.ts';
import { OWN_WORDS_PROVED } from './measures/own-words.ts';
import { FIRST_QUOTE_RIGHT, QUOTES_RELEVANT } from './measures/quotes.ts';
import { READING_LEVEL } from './measures/reading-level.ts';
import { REFUSAL_HONEST, REFUSAL_NAMES, REFUSAL_TURNS } from './measures/refusal-words.ts';
import { RIGHT } from './measures/right.ts';
import { ROUTES_RIGHT } from './measures/routes-right.ts';
import { ROUTES_FOUND, ROUTES_PRECISE } from './measures/routes.ts';
import { FACTS_RIGHT, FACTS_WRONG, SITUATION_DECIDED } from './measures/situation.ts';
import { VERDICT_ABSENT, VERDICT_RIGHT, VERDICT_WRONG } from './measures/verdict.ts';
import { WORDS } from './measures/words.ts';

/**
 * Every figure of the evaluation, in the order in which report, screen and JSON show them: answers first, for they are what
 * people read. A new one is a file in `measures/` and a line here; `thresholds.yaml` can name it at once.
 */
export const MEASURES = [
  DIRECT,
  VERDICT_RIGHT,
  VERDICT_WRONG,
  VERDICT_ABSENT,
  OWN_WORDS_PROVED,
  WORDS,
  READING_LEVEL,
  LANGUAGE_RIGHT,
  QUOTES_RELEVANT,
  FIRST_QUOTE_RIGHT,
  ROUTES_RIGHT,
  SITUATION_DECIDED,
  FACTS_RIGHT,
  FACTS_WRONG,
  REFUSAL_NAMES,
  REFUSAL_TURNS,
  REFUSAL_HONEST,
  HISTORY_INDEPENDENT,
  LABELS_RIGHT,
  LATENCY_RATIO,
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
