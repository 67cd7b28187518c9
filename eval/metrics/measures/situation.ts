import type { CaseSituation } from '../../load/evaluation-case.ts';
import type { SituationOutcome } from '../../system/observe.ts';
import { measure, rateOf } from '../measure.ts';

/** Each leading route of the case has its status after at most three counter-questions. */
export const isDecided = ({ outcome }: CaseSituation, { statuses }: SituationOutcome): boolean =>
  Object.entries(outcome).every(([route, status]) => statuses[route] === status);

/** Per fact that the question tells: it was understood. */
export const factsRead = ({ told }: CaseSituation, { understood }: SituationOutcome): boolean[] =>
  Object.entries(told).map(([fact, value]) => understood[fact] === factValue(value));

/** A fact was understood otherwise than it is for this person. */
export const misread = ({ told, rest }: CaseSituation, { understood }: SituationOutcome): boolean =>
  Object.entries({ ...rest, ...told }).some(([fact, value]) => understood[fact] !== undefined && understood[fact] !== factValue(value));

/** A boolean as an address and a form write it. */
export const factValue = (value: string | boolean): string => (value === true || value === 'true' ? 'ja' : value === false || value === 'false' ? 'nee' : value);

export const SITUATION_DECIDED = measure({
  name: 'situationDecided',
  label: 'Eigen situatie beslist',
  explanation: 'Deel van de beschreven situaties waarin de juiste route na hoogstens drie wedervragen haar status heeft.',
  show: 'percent',
  column: 'situatie',
  compared: true,
  ...rateOf(({ case: { situation }, ask }) => (situation && ask.situation ? [isDecided(situation, ask.situation)] : undefined)),
});

export const FACTS_RIGHT = measure({
  name: 'factsRight',
  label: 'Feiten begrepen',
  explanation: 'Deel van de feiten in een beschreven situatie die de assistent zegt te hebben begrepen.',
  show: 'percent',
  ...rateOf(({ case: { situation }, ask }) => (situation && ask.situation ? factsRead(situation, ask.situation) : undefined)),
});

export const FACTS_WRONG = measure({
  name: 'factsWrong',
  label: 'Feiten verkeerd begrepen',
  explanation: 'Deel van de beschreven situaties waarvan de assistent een feit anders begrijpt dan het is.',
  show: 'percent',
  lowerIsBetter: true,
  ...rateOf(({ case: { situation }, ask }) => (situation && ask.situation ? [misread(situation, ask.situation)] : undefined)),
});
