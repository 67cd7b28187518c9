import { measure, rateOf } from '../measure.ts';

export const ABSTAINED = measure({
  name: 'abstained',
  label: 'Terecht niet geantwoord',
  explanation: 'Deel van de vragen zonder antwoord in de bronnen waarbij de assistent dat zegt.',
  show: 'percent',
  column: 'nietgea.',
  ...rateOf(({ case: { abstain }, scores }) => (abstain ? [scores.abstained === true] : undefined)),
});

export const FALSE_REFUSALS = measure({
  name: 'falseRefusals',
  label: 'Onterecht niet geantwoord',
  explanation: 'Deel van de vragen met antwoord in de bronnen waarbij de assistent zegt dat het er niet in staat.',
  show: 'percent',
  lowerIsBetter: true,
  column: 'onterecht',
  ...rateOf(({ case: { abstain }, scores }) => (abstain ? undefined : [scores.abstained === true])),
});
