import type { EstimateName } from '../metrics/summary.ts';

/** How a figure is shown and explained to evaluators. */
export interface Measure {
  name: EstimateName;
  /** Dutch, with the field's own term. */
  label: string;
  /** One sentence for the report's legend. */
  explanation: string;
  /** For most figures more is better; false refusals are the exception. */
  lowerIsBetter?: boolean;
  /** A share of cases reads best in percent; scores of the field keep their decimals. */
  show: 'percent' | 'score';
}

/** Answers first: they are what people read. */
export const ANSWER_MEASURES: readonly Measure[] = [
  { name: 'right', label: 'Helemaal goed', explanation: 'Alle bewijs en alle kernfeiten staan in het antwoord en alles klopt; of terecht niet geantwoord.', show: 'percent' },
  { name: 'evidenceCited', label: 'Bewijs aangehaald', explanation: 'Deel van de bewijsplaatsen waarvan ten minste de helft letterlijk in de citaten staat (citation recall).', show: 'percent' },
  { name: 'vitalFacts', label: 'Kernfeiten', explanation: 'Deel van de onmisbare feiten dat in antwoord of citaten staat (nuggets, vital).', show: 'percent' },
  { name: 'citationsValid', label: 'Citaten geldig', explanation: 'Deel van de citaten dat letterlijk op de genoemde plaats en pagina staat en waarnaar het antwoord verwijst.', show: 'percent' },
  { name: 'numbersSupported', label: 'Getallen onderbouwd', explanation: 'Deel van de getallen in antwoorden dat in een aangehaald citaat staat.', show: 'percent' },
  { name: 'abstained', label: 'Terecht niet geantwoord', explanation: 'Deel van de vragen zonder antwoord in de bronnen waarbij de assistent dat zegt.', show: 'percent' },
  { name: 'falseRefusals', label: 'Onterecht niet geantwoord', explanation: 'Deel van de vragen met antwoord in de bronnen waarbij de assistent zegt dat het er niet in staat.', lowerIsBetter: true, show: 'percent' },
  { name: 'evidencePrecision', label: 'Citaten ter zake', explanation: 'Deel van de citaten dat bewijs is; een ondergrens, want niet elke passende zin staat bij de vraag (citation precision).', show: 'percent' },
  { name: 'routesFound', label: 'Routes genoemd', explanation: 'Deel van de verwachte bekostigingsroutes dat het antwoord noemt.', show: 'percent' },
  { name: 'routesPrecise', label: 'Routes ter zake', explanation: 'Deel van de genoemde routes dat verwacht was.', show: 'percent' },
]; // prettier-ignore

export const RETRIEVAL_MEASURES: readonly Measure[] = [
  { name: 'ndcg10', label: 'nDCG@10', explanation: 'Staat het bewijs bovenaan? 1 is volmaakt (trec_eval).', show: 'score' },
  { name: 'mrr10', label: 'MRR@10', explanation: 'Gemiddelde van 1 gedeeld door de plaats van de eerste passage met bewijs.', show: 'score' },
  { name: 'recall1', label: 'recall@1', explanation: 'Deel van het bewijs in de eerste passage.', show: 'percent' },
  { name: 'recall5', label: 'recall@5', explanation: 'Deel van het bewijs in de eerste vijf passages.', show: 'percent' },
  { name: 'recall10', label: 'recall@10', explanation: 'Deel van het bewijs in de eerste tien passages.', show: 'percent' },
]; // prettier-ignore

const ALL = new Map([...ANSWER_MEASURES, ...RETRIEVAL_MEASURES].map((measure) => [measure.name, measure]));

/** Figures without an entry of their own are shares. */
export const measureOf = (name: EstimateName): Measure => ALL.get(name) ?? { name, label: name, explanation: '', show: 'percent' };
