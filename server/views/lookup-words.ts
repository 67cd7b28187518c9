import type { RouteStanding } from '../contract.ts';

/** Texts of the pages about routes and statements; the same rules as for `labels.ts`. */

export const routeWords = {
  title: 'Betaalroutes',
  intro: 'Dit zijn de manieren om overleg en samenwerking te betalen die in de bronnen staan. U ziet voor wie elke route is, hoe zij betaalt en of zij nu geldt.',
  allRoutes: 'Alle betaalroutes',
  asOf: 'Dit is de stand op {date}, volgens de bronnen. De nieuwste bron is van {newest}. Daarna kan er iets zijn veranderd.',
  given: 'Als dit klopt: {given}',
  table: 'De betaalroutes naast elkaar',
  route: 'Route',
  provider: 'Voor wie',
  patients: 'Over wie',
  payment: 'Hoe betaald',
  agreement: 'Wat u moet regelen',
  standing: 'Geldt het nu?',
  what: 'Wat is het?',
  choice: 'Naast een andere route',
  otherConditions: 'Andere voorwaarden',
  period: 'Wanneer',
  noCondition: 'Geen voorwaarde',
  or: 'of',
  source: 'Bron',
  sourceOf: 'Bron: {title}, pagina {page}',
  conditions: 'Voorwaarden',
  situation: 'Over uw situatie',
  arrange: 'Wat u moet regelen',
  steps: 'Wat u kunt doen',
  stepsWhenItFits: 'Als de route bij u past',
  stepsSpecial: 'In een bijzonder geval',
  warnings: 'Let op',
  moreWarnings: 'Toon nog {count} punten om op te letten',
  statements: 'Wat de bronnen zeggen',
  moreStatements: 'Toon nog {count} uitspraken',
  limit: 'Let wel:',
  checkIntro: 'Wilt u weten of deze route bij u past? Beantwoord een paar korte vragen.',
  checkGiven: 'Dit vullen wij alvast in:',
  compareTitle: 'Vergelijk twee routes',
  compareWith: 'Vergelijk deze route met een andere',
  compareFirst: 'Eerste route',
  compareSecond: 'Tweede route',
  compareButton: 'Vergelijk',
  compared: '{first} en {second} vergeleken',
  aspect: 'Waarover',
};

/** How the sources know a route on a day. */
export const standingNames: Record<RouteStanding['phase'], string> = {
  'in-force': 'Ja, volgens de bronnen',
  undecided: 'Niet zeker',
  proposal: 'Alleen een voorstel',
  intention: 'Alleen een plan',
  before: 'Nog niet begonnen',
  after: 'Afgelopen',
};

/** What a condition is, where it is more than a plain one. */
export const conditionKinds: Partial<Record<string, string>> = {
  keuze: 'Kies één route',
  betwist: 'Bronnen spreken elkaar tegen',
  onbeslist: 'De bronnen zeggen niet wat anders geldt',
};

export const statementWords = {
  limits: 'Let wel',
  limitedStatement: 'Hoort bij',
  list: 'Dit hoort erbij',
  partOf: 'Staat in deze lijst',
  proof: 'Hier staat het',
  showInSource: 'Toon in de bron: {title}, pagina {page}',
  questions: 'Vragen die dit beantwoordt',
  alsoAsk: 'Vraag ook',
  related: 'Meer over {route}',
  relatedSubject: 'Meer hierover',
  aboutRoutes: 'Gaat over',
  speaker: 'Gezegd door {speaker}',
  english: 'In het Engels',
};

/** What kind of thing a statement tells. */
export const slotNames: Partial<Record<string, string>> = {
  bedrag: 'Bedrag',
  datum: 'Datum',
  duur: 'Duur',
  wie: 'Voor wie',
  voorwaarde: 'Voorwaarde',
  inhoud: 'Inhoud',
  stappen: 'Stappen',
  definitie: 'Betekenis',
  verschil: 'Verschil',
  waarom: 'Reden',
  aantal: 'Aantal',
  status: 'Stand van zaken',
  afspraak: 'Afspraak',
  plan: 'Plan',
  uitzondering: 'Uitzondering',
  verantwoording: 'Verantwoording',
  evaluatie: 'Evaluatie',
  adres: 'Waar u terecht kunt',
  doel: 'Doel',
  ervaring: 'Ervaring',
};

export const lookupWords = { routeWords, standingNames, conditionKinds, statementWords, slotNames };
