import { measure, rateOf } from '../measure.ts';

export const OWN_WORDS_PROVED = measure({
  name: 'ownWordsProved',
  label: 'Eigen woorden bewezen',
  explanation: 'Deel van de zinnen buiten citaten waarvan getallen, namen, partijen, routes, ontkenning en stelligheid in het aangehaalde staan.',
  show: 'percent',
  column: 'bewezen',
  ...rateOf(({ scores: { reading } }) => reading?.proof.map(({ fault }) => fault === undefined)),
});
