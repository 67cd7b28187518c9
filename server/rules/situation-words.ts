import { inWords } from './reason.ts';
import type { Language } from './in-english.ts';

/** What a situation is told with around the texts of the rules; `{name}` marks a place to fill. */
const dutch = {
  unmet: 'Niet aan alle voorwaarden over de situatie is voldaan.',
  needed: 'Nodig is: {text}',
  alsoUnmet: 'Ook aan andere voorwaarden is niet voldaan.',
  notYet: 'Op deze datum geldt dit nog niet; de bronnen noemen {date}. {text}',
  over: 'Dit is voorbij sinds {date}. {text}',
  choose: 'Deze route kan niet naast een andere. Kies er één.',
  dependsOnMany: 'Dat hangt nog af van uw situatie.',
  inAnyCase: 'In elk geval nodig: {text}',
  depends: 'Dit hangt ervan af of dit klopt:',
  fits: 'De situatie past.',
  arrangeFirst: 'De situatie past. Eerst moet dit zijn geregeld:',
  arrangedUnknown: 'De situatie past. Nog onbekend is of dit is geregeld:',
  perhapsOneOf: 'Mogelijk via {names}. Welke het is, hangt nog af van uw situatie.',
  or: 'of',
  routeNotYet: 'Via {name} kan dit nog niet. {text}',
  routeNotBeside: 'Via {name} kan dit niet naast wat er al is afgesproken. {text}',
  routeUncertain: 'Of dit via {name} kan, is onzeker. {text}',
  perhaps: 'Misschien via {name}. {text}',
  routeDisputed: 'Of dit via {name} kan, is omstreden. {text}',
  routeAfterStep: 'Via {name} kan dit, maar nu nog niet. {text}',
  routeIfArranged: 'Dit kan via {name}, als dit is geregeld: {text}',
  inTariff: 'Geen aparte betaaltitel: dit overleg zit in het tarief ({name}). {text}',
  inTariffInPrinciple: 'Geen aparte betaaltitel: dit overleg zit in beginsel in het tarief ({name}). {text}',
  routeFits: 'Dit kan via {name}: {text}',
  nothingFits: 'Van de betaalroutes in de bronnen past er geen bij deze situatie.',
  article: /^(?:de|het) /,
  inPrinciple: 'in beginsel',
  unknown: 'Weet ik niet',
  fitsNoChoice: 'Uw antwoord past bij geen van de keuzes. Kies er één.',
};

export type SituationWords = typeof dutch;

const english: SituationWords = {
  unmet: 'Not all conditions about the situation are met.',
  needed: 'Needed is: {text}',
  alsoUnmet: 'Other conditions are not met either.',
  notYet: 'On this date it does not hold yet; the sources give {date}. {text}',
  over: 'It has been over since {date}. {text}',
  choose: 'This route cannot go beside another. Choose one.',
  dependsOnMany: 'That depends on your situation.',
  inAnyCase: 'Needed in any case: {text}',
  depends: 'This depends on whether this is so:',
  fits: 'The situation fits.',
  arrangeFirst: 'The situation fits. First this must be arranged:',
  arrangedUnknown: 'The situation fits. Not known yet is whether this is arranged:',
  perhapsOneOf: 'Perhaps through {names}. Which one depends on your situation.',
  or: 'or',
  routeNotYet: 'Through {name} this is not possible yet. {text}',
  routeNotBeside: 'Through {name} this is not possible beside what was agreed already. {text}',
  routeUncertain: 'Whether this is possible through {name} is uncertain. {text}',
  perhaps: 'Perhaps through {name}. {text}',
  routeDisputed: 'Whether this is possible through {name} is disputed. {text}',
  routeAfterStep: 'Through {name} this is possible, but not yet. {text}',
  routeIfArranged: 'This is possible through {name}, if this is arranged: {text}',
  inTariff: 'No separate payment: this consultation is part of the tariff ({name}). {text}',
  inTariffInPrinciple: 'No separate payment: in principle this consultation is part of the tariff ({name}). {text}',
  routeFits: 'This is possible through {name}: {text}',
  nothingFits: 'Of the payment routes in the sources none fits this situation.',
  article: /^the /,
  inPrinciple: 'in principle',
  unknown: 'I do not know',
  fitsNoChoice: 'Your answer fits none of the choices. Choose one.',
};

export const situationWords: Record<Language, SituationWords> = { nl: dutch, en: english };

export const put = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

export const dayInWords = (day: string, language: Language): string => (language === 'nl' ? inWords(day) : ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`)));
