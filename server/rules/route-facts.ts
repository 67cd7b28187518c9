import type { Vocabulary } from '../corpus/vocabulary.ts';
import { phaseIndexAt, phasesOf, type PhaseKind } from './period.ts';
import { createRouteIndex } from './question-reader.ts';
import type { RuleSet } from './rule-set.ts';
import type { Quote } from './sourced-text.ts';

/** A place in a question that names one or more routes. */
export interface NamedRoutes {
  ids: string[];
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
}

/** What a comparison needs to know of routes beside what is written about them. */
export interface RouteFacts {
  namedIn(question: string): NamedRoutes[];
  /** How the sources know a route on a day (YYYY-MM-DD), and what says so. */
  standingOn(id: string, day: string): { phase: PhaseKind; quotes: Quote[] } | undefined;
}

/** A question is at most 1,000 characters, with earlier ones not much more. */
const MOST_CHARACTERS = 4000;

export function createRouteFacts({ routes }: RuleSet, vocabulary: Vocabulary): RouteFacts {
  const index = createRouteIndex(vocabulary);
  return {
    namedIn: (question) => index.find(question.slice(0, MOST_CHARACTERS)).map(({ values, start, end }) => ({ ids: values, start, end })),
    standingOn(id, day) {
      const periods = routes.find((route) => route.id === id)?.periods;
      const phase = periods && phasesOf(periods)[phaseIndexAt(periods, day)];
      return phase && { phase: phase.kind, quotes: phase.period.quotes };
    },
  };
}
