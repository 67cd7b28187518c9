import { measure, rateOf } from '../measure.ts';

export const RIGHT = measure({
  name: 'right',
  label: 'Helemaal goed',
  explanation: 'Alle bewijs en alle kernfeiten staan in het antwoord en alles klopt; of terecht niet geantwoord.',
  show: 'percent',
  column: 'goed',
  compared: true,
  ...rateOf(({ scores }) => [scores.right]),
});
