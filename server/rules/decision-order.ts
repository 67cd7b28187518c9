import type { RouteResult, RouteStatus } from '../contract.ts';
import type { PhaseKind } from './period.ts';
import type { Truth } from './truth.ts';

/** What the ten lines look at: the conditions of each kind together, and where the date falls. */
export interface RouteInputs {
  /** Conjunction of the conditions on the situation. */
  situation: Truth;
  /** Conjunction of the conditions that people arrange. */
  arrange: Truth;
  /** False: two routes that exclude each other are used for the same cooperation. */
  choice: Truth;
  /** False: the sources do not decide about this situation. */
  settled: Truth;
  /** False: the sources contradict each other about this situation. */
  dispute: Truth;
  phase: PhaseKind;
}

export interface DecisionLine {
  /** 1…10 */
  line: number;
  status: RouteStatus;
  /** With status onbekend: an answer lacks, or the sources lack it. */
  because?: NonNullable<RouteResult['because']>;
  /** The line as a question, Dutch, for readers. */
  question: string;
  fits: (inputs: RouteInputs) => boolean;
}

/** The status of a route is that of the first line that fits; the last always fits. */
export const decisionOrder: readonly DecisionLine[] = [
  {
    line: 1,
    status: 'niet-van-toepassing',
    question: 'Is aan een voorwaarde over de situatie niet voldaan?',
    fits: ({ situation }) => situation === 'false',
  },
  {
    line: 2,
    status: 'nog-niet',
    question: 'Ligt de datum vóór de start van de route (of vóór de datum van een voornemen)?',
    fits: ({ phase }) => phase === 'before',
  },
  {
    line: 3,
    status: 'verlopen',
    question: 'Ligt de datum ná het einde van de route?',
    fits: ({ phase }) => phase === 'after',
  },
  {
    line: 4,
    status: 'conflict',
    question: 'Wordt dezelfde samenwerking al betaald met een prestatie die u er niet naast mag gebruiken?',
    fits: ({ choice }) => choice === 'false',
  },
  {
    line: 5,
    status: 'onbekend',
    because: 'bronnen',
    question: 'Is de route alleen een voorstel of voornemen, of beslissen de bronnen niet over deze datum of situatie?',
    fits: ({ phase, settled }) => phase === 'proposal' || phase === 'intention' || phase === 'undecided' || settled === 'false',
  },
  {
    line: 6,
    status: 'onbekend',
    because: 'feit',
    question: 'Is een voorwaarde over de situatie nog onbekend?',
    fits: ({ situation }) => situation === 'unknown',
  },
  {
    line: 7,
    status: 'betwist',
    question: 'Spreken de bronnen elkaar over deze situatie tegen?',
    fits: ({ dispute }) => dispute === 'false',
  },
  {
    line: 8,
    status: 'nog-niet',
    question: 'Is er nog iets niet geregeld?',
    fits: ({ arrange }) => arrange === 'false',
  },
  {
    line: 9,
    status: 'onbekend',
    because: 'feit',
    question: 'Is nog onbekend of alles is geregeld?',
    fits: ({ arrange }) => arrange === 'unknown',
  },
  { line: 10, status: 'van-toepassing', question: 'In alle andere gevallen.', fits: () => true },
];

/** First line that fits. */
export function decide(inputs: RouteInputs): DecisionLine {
  const line = decisionOrder.find(({ fits }) => fits(inputs));
  if (line === undefined) throw new Error('The last line of the decision order must always fit');
  return line;
}
