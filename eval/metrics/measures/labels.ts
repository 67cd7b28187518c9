import { measure, rateOf } from '../measure.ts';

export const LABELS_RIGHT = measure({
  name: 'labelsRight',
  label: 'Bron goed genoemd',
  explanation: 'Deel van de citaten met titel, uitgever, datum en soort zoals de bron die zelf heeft.',
  show: 'percent',
  ...rateOf(({ scores: { reading } }) => reading?.labels),
});
