import type { Guard } from './claim.ts';
import { proves, quantitiesIn, withYear } from './quantities.ts';

/** Every number, date, percentage, article and law of a statement stands in what it rests on, and in both languages. */
export const guardNumber: Guard = ({ text, en, quotes, surroundings }) => {
  const proof = quotes.flatMap((quote) => withYear(quantitiesIn(quote)));
  // A heading or title tells when something was said and under which law, not how much or how long.
  const outside = surroundings.flatMap((around) => withYear(quantitiesIn(around))).filter(({ kind }) => kind === 'date' || kind === 'law');
  const dutch = quantitiesIn(text);
  const unproven = dutch.filter((claimed) => ![...proof, ...outside].some((one) => proves(one, claimed)));
  const foreign = quantitiesIn(en ?? '').filter((claimed) => ![...dutch, ...(dutch.length === 0 ? proof : [])].some((one) => proves(one, claimed)));
  return [
    ...unproven.map(({ words }) => `"${words}" staat niet in de citaten; verbeter de tekst of voeg het citaat toe dat dit zegt`),
    ...foreign.map(({ words }) => `"${words}" in de Engelse tekst staat niet in de Nederlandse; maak ze gelijk`),
  ];
};
