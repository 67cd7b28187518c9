import { measure, meanOf, rateOf } from '../measure.ts';
import { isAnswered, share } from './shares.ts';

export const QUOTES_RELEVANT = measure({
  name: 'quotesRelevant',
  label: 'Citaten over de vraag',
  explanation: 'Deel van de getoonde citaten dat bewijs is of in dezelfde alinea als bewijs staat.',
  show: 'percent',
  ...meanOf((result) => (isAnswered(result) ? (share(result.scores.reading?.relevant ?? []) ?? 0) : undefined)),
});

export const FIRST_QUOTE_RIGHT = measure({
  name: 'firstQuoteRight',
  label: 'Eerste citaat raak',
  explanation: 'Deel van de antwoorden waarvan het eerste citaat bewijs is of in dezelfde alinea staat.',
  show: 'percent',
  ...rateOf((result) => (isAnswered(result) ? [result.scores.reading?.relevant[0] ?? false] : undefined)),
});
