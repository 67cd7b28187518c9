import { measure, rateOf } from '../measure.ts';

export const HISTORY_INDEPENDENT = measure({
  name: 'historyIndependent',
  label: 'Los van het gesprek',
  explanation: 'Deel van de losse vragen dat als derde beurt van een gesprek hetzelfde eerste citaat krijgt als alleen gesteld.',
  show: 'percent',
  ...rateOf(({ ask: { sameAsThirdTurn } }) => (sameAsThirdTurn === undefined ? undefined : [sameAsThirdTurn])),
});
