import { measure, rateOf } from '../measure.ts';

export const NUMBERS_SUPPORTED = measure({
  name: 'numbersSupported',
  label: 'Getallen onderbouwd',
  explanation: 'Deel van de getallen in antwoorden dat in een aangehaald citaat staat.',
  show: 'percent',
  ...rateOf(({ scores: { numbers } }) => Array.from({ length: numbers.total }, (_, at) => at >= numbers.unsupported.length)),
});
