import { measure, meanOf } from '../measure.ts';
import { share } from './shares.ts';

export const VITAL_FACTS = measure({
  name: 'vitalFacts',
  label: 'Kernfeiten',
  explanation: 'Deel van de onmisbare feiten dat in antwoord of citaten staat (nuggets, vital).',
  show: 'percent',
  column: 'kernf.',
  compared: true,
  ...meanOf(({ case: { abstain }, scores }) => (abstain ? undefined : share(scores.keyFacts.filter(({ vital }) => vital).map(({ found }) => found)))),
});

export const ALL_FACTS = measure({
  name: 'allFacts',
  label: 'Alle feiten',
  explanation: 'Hetzelfde met de feiten die mogen ontbreken erbij (nuggets, vital en okay).',
  show: 'percent',
  ...meanOf(({ case: { abstain }, scores }) => (abstain ? undefined : share(scores.keyFacts.map(({ found }) => found)))),
});
