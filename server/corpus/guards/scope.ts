import type { Guard } from './claim.ts';
import { nearest, sentencesOf } from './clauses.ts';
import { cue, shown, someShow } from './cues.ts';
import { proves, quantitiesIn } from './quantities.ts';

/** Words that widen or narrow what is said. */
interface Scope {
  dutch: RegExp;
  /** What a source must say where the text says this. */
  support?: RegExp;
  /** What the text must say where the nearest quote says `source`. */
  keep?: { source: RegExp; text: RegExp; /** Only where the text gives the number that the source bounds. */ bounds?: true };
}

const ONLY = 'alleen|uitsluitend|slechts|enkel|louter';
const MOST = 'maximaal|maximum|hoogstens|ten hoogste|niet meer dan|uiterlijk|tot|t/m|op zijn laatst';
const LEAST = 'minimaal|minstens|ten minste|tenminste|op zijn minst|in ieder geval|in elk geval|minimum';
const PRINCIPLE = 'in beginsel|in principe|in de regel|doorgaans|normaliter|meestal|over het algemeen|algemene regel|gebruikelijk~|gewoonlijk|veelal|standaard';
const INTENTION = 'voornemen~|voorgenomen|voornemens|plan|plannen|van plan|beoog~|voorgesteld~|voorstel~|streven|streeft|zal|zullen|zou|zouden|wil|willen|wilde|ambitie~|nog niet|gaat|moet|moeten|bedoeling|toekomst~|komt|verwacht~|was het|nog|werkt aan|werken aan|uitgewerkt|op te nemen';
const PERHAPS = 'wellicht|misschien|mogelijk|mogelijkerwijs|eventue~|kan|kunnen|zou|zouden|onzeker~|niet zeker|onduidelijk~|of|lijkt|lijken|mogelijke|denkbaar|voorstelbaar';

const SCOPES: Scope[] = [
  {
    dutch: cue(`${ONLY}|pas`),
    support: cue(`${ONLY}|pas|mits|voor zover|tenzij|beperkt~|exclusief|niet|geen|enige|eerst`),
    keep: { source: cue('(?<!niet )alleen|uitsluitend|slechts'), text: cue(`${ONLY}|pas|mits|voor zover|tenzij|zonder|niet|geen|moet|moeten|voorwaarde~|enige|anders`) },
  },
  { dutch: cue('altijd|steeds|iedereen|alles|overal|allemaal|elk moment|hoe dan ook'), support: cue('altijd|hoe dan ook|steeds|steevast|te allen tijde|ieder~|elk~|alle|alles|allen|geheel|hele|iedereen|telkens|gedurende|voortdurend|structureel') },
  { dutch: cue('alle|elke|elk|iedere|ieder|volledig|volledige|geheel'), support: cue('alle|allen|alles|elke|elk|iedere|ieder|volledig~|geheel|gehele|hele|heel|beide|per|integra~|zowel|te allen tijde|jaarlijks~|steeds|deze|de|periodiek') },
  { dutch: cue('maximaal|hoogstens|ten hoogste|uiterlijk'), support: cue(MOST), keep: { source: cue('maximaal|hoogstens|ten hoogste|uiterlijk'), text: cue(MOST), bounds: true } },
  { dutch: cue('minimaal|minstens|ten minste|tenminste|in ieder geval|in elk geval'), support: cue(LEAST) },
  { dutch: cue('in beginsel|in principe|meestal|doorgaans|in de regel'), support: cue(PRINCIPLE), keep: { source: cue('in beginsel|in principe|doorgaans|meestal'), text: cue(PRINCIPLE) } },
  { dutch: cue('voornemen|voorgenomen|van plan|het plan'), support: cue(INTENTION), keep: { source: cue('voornemens?|voorgenomen'), text: cue(INTENTION) } },
  { dutch: cue('misschien|wellicht|mogelijk'), support: cue(`${PERHAPS}|~mogelijkheid|~mogelijkheden|ruimte`), keep: { source: cue('wellicht|misschien|mogelijkerwijs|kan mogelijk'), text: cue(PERHAPS) } },
  { dutch: cue('ongeveer|circa|ruwweg'), support: cue('ongeveer|circa|ca|~\\+/-~|rond|globaal|gemiddeld~'), keep: { source: cue('ongeveer|circa|~\\+/-~'), text: cue('ongeveer|circa|rond|zo’n|ruwweg'), bounds: true } },
  { dutch: cue('(?<!hoe )vaak|dikwijls|regelmatig'), support: cue('vaak|dikwijls|regelmatig|veel|veelal|steeds vaker|meestal|periodiek|vaker|gebruikelijk~') },
  { dutch: cue('soms|zelden|af en toe'), support: cue('soms|sommige|sommigen|zelden|af en toe|een enkele keer|de ene keer|mogelijk|kan|kunnen') },
  { dutch: cue('meer dan'), support: cue('meer|hoger|groter|boven~|omvangrijk~|overstijg~|toereikend') },
  { dutch: cue('minder dan'), support: cue('minder|lager|kleiner|onder|te weinig') },
  { dutch: cue('jaarlijks|jaarlijkse|elk jaar|ieder jaar|per jaar'), support: cue('jaarlijks~|per jaar|elk jaar|ieder jaar') },
  { dutch: cue('vóór|voordat'), support: cue('voor|vóór|voordat|vooraf~|eerst|uiterlijk|alvorens|voorafgaand~|bij voorbaat') },
];

/** A word, and the word that says the opposite: a quote that has only the opposite proves something else. */
export const OPPOSITES: [one: string, other: string][] = [
  ['binnen', 'buiten'],
  ['meer', 'minder'],
  ['hoger', 'lager'],
  ['omhoog', 'omlaag'],
  ['~groep~', '~individu~'],
  ['direct|directe|rechtstreeks|rechtstreekse', 'indirect|indirecte'],
  ['landelijk|landelijke', 'regionaal|regionale|lokaal|lokale'],
  ['verplicht|verplichte', 'vrijwillig|vrijwillige|facultatief'],
  ['tijdelijk|tijdelijke', 'structureel|structurele|definitief|permanent|permanente'],
  ['voor|vooraf', 'achteraf'],
  ['met', 'zonder'],
  ['voordeel|voordelen', 'nadeel|nadelen'],
  ['eerste lijn|eerstelijn~|1e lijn~', 'tweede lijn|tweedelijn~|2e lijn~'],
  ['kwantitatief|kwantitatieve', 'kwalitatief|kwalitatieve'],
  ['schriftelijk|schriftelijke', 'mondeling|mondelinge'],
  ['vrij tarief|vrije tarieven', 'vast tarief|vaste tarieven|maximumtarief'],
  ['apart|aparte|afzonderlijk|afzonderlijke|separaat', 'samen|gezamenlijk|gezamenlijke'],
  ['beperkt|beperkte', 'onbeperkt|onbeperkte|ruim|ruime'],
];
const PAIRS = OPPOSITES.flatMap(([one, other]) => [
  { said: cue(one), opposite: cue(other) },
  { said: cue(other), opposite: cue(one) },
]);

/** What is said holds as widely, as long and as surely as in the sources. */
export const guardScope: Guard = ({ text, quotes }) => {
  const faults: string[] = [];
  for (const { dutch, support } of SCOPES) {
    const said = shown(text, dutch);
    if (said !== undefined && support && !someShow(quotes, support)) faults.push(`"${said}" zegt geen van de citaten; laat het weg of voeg het citaat toe dat dit zegt`);
  }
  for (const { said, opposite } of PAIRS) {
    const word = shown(text, said);
    if (word !== undefined && !someShow(quotes, said) && someShow(quotes, opposite) && !opposite.test(text)) {
      faults.push(`"${word}" is het omgekeerde van wat het citaat zegt; gebruik de woorden van de bron`);
    }
  }
  for (const sentence of sentencesOf(text)) {
    const about = nearest(sentence, quotes, { least: 2, share: 0.5 });
    for (const { keep } of SCOPES) {
      const lost = keep && !keep.text.test(text) ? about.map((one) => lostFrom(one, keep, sentence)).find((word) => word !== undefined) : undefined;
      if (lost !== undefined) faults.push(`het citaat zegt "${lost}", de tekst niet; neem het over`);
    }
  }
  return [...new Set(faults)];
};

/** What of a quote narrows it, unless it bounds a number that the sentence does not give. */
function lostFrom(quote: string, { source, bounds }: NonNullable<Scope['keep']>, sentence: string): string | undefined {
  const match = source.exec(quote);
  if (!match) return undefined;
  const [bounded] = quantitiesIn(quote.slice(match.index + match[0].length));
  const given = quantitiesIn(sentence);
  return bounds && !(bounded && given.some((one) => proves(bounded, one))) ? undefined : match[0];
}
