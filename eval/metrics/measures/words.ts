import { measure, quantileOf } from '../measure.ts';
import { readerText, wordCount } from '../reader-text.ts';
import { isAnswered } from './shares.ts';

export const WORDS = measure({
  name: 'words',
  label: 'Woorden per antwoord',
  explanation: 'Lengte van het middelste antwoord (mediaan), citaten meegeteld.',
  show: 'number',
  lowerIsBetter: true,
  column: 'woorden',
  ...quantileOf(0.5, (result) => (isAnswered(result) && result.ask.answer ? wordCount(readerText(result.ask.answer).plain) : undefined)),
});
