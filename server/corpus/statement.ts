import { dutchDate } from './dates.ts';

/** What kind of thing a statement tells; a question asks for one of these. */
export const SLOTS = [
  'bedrag', 'datum', 'duur', 'wie', 'voorwaarde', 'inhoud', 'stappen', 'definitie', 'verschil', 'waarom', 'aantal',
  'status', 'afspraak', 'plan', 'uitzondering', 'verantwoording', 'evaluatie', 'adres', 'doel', 'ervaring',
] as const; // prettier-ignore
export type Slot = (typeof SLOTS)[number];

export const VERDICTS = ['ja', 'nee', 'hangt-af'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a source announced for a day; the words depend on whether that day has come. */
export interface Plan {
  /** The day, month or year it was meant for, as precise as the source: `2026-01-01`, `2023-03`, `2026`. */
  for: string;
  /** When the source said so, in the same form. */
  said: string;
  /** Completes "Het plan is om …", verb last. */
  plan: string;
  /** Completes "The plan is …": "to include …". */
  planEn: string;
}

/** A place in a canonical document: UTF-16 code units, half-open. */
export interface StatementQuote {
  documentId: string;
  start: number;
  end: number;
  /** The words as they stood there when the statement was checked. */
  text: string;
}

interface StatementCore {
  id: string;
  /** File it stands in, without `.yaml`. */
  subject: string;
  /** How people ask for it. */
  asks: string[];
  /** Yes/no questions that it decides. */
  decides: { asks: string; verdict: Verdict }[];
  slot: Slot;
  /** Ids of routes. */
  routes: string[];
  /** Statements that are never shown without this one: it is their exception or condition. */
  limits: string[];
  /** Statements that make up a list which this one introduces, in order. */
  list: string[];
  /** Who says so, where that matters: a party at a meeting. */
  speaker?: string | undefined;
  /** For editors; readers never see it. */
  note?: string | undefined;
  quotes: StatementQuote[];
}

/** What the sources say, said once in plain words and bound to the sentences that prove it. */
export type Statement = StatementCore & ({ text: string; en: string; planned?: undefined } | { planned: Plan; text?: undefined; en?: undefined });

/** Its question forms in the order in which an index keeps them: `asks`, then `decides`. */
export const formsOf = ({ asks, decides }: Pick<Statement, 'asks' | 'decides'>): string[] => [...asks, ...decides.map((form) => form.asks)];

/** The verdict of each of its forms, in that order; none for those that are no yes/no question. */
export const verdictsOf = ({ asks, decides }: Pick<Statement, 'asks' | 'decides'>): (Verdict | undefined)[] => [...asks.map(() => undefined), ...decides.map(({ verdict }) => verdict)];

/**
 * A statement as it is said on a day: what was only planned is told as a plan until its day, and as a past plan from then on.
 * @param day YYYY-MM-DD
 */
export function statementText(statement: Statement, day: string, language: 'nl' | 'en'): string {
  if (!statement.planned) return language === 'nl' ? statement.text : statement.en;
  const { for: meantFor, said, plan, planEn } = statement.planned;
  // A month or year sorts before its first day.
  const ahead = day < meantFor;
  if (language === 'nl') {
    return ahead
      ? `Het plan is om ${plan} per ${dutchDate(meantFor)}.`
      : `In ${dutchDate(said.slice(0, 7))} was het plan om ${plan} per ${dutchDate(meantFor)}. Of dat is doorgegaan, staat niet in de bronnen.`;
  }
  return ahead
    ? `The plan is ${planEn} as of ${englishDate(meantFor)}.`
    : `In ${englishDate(said.slice(0, 7))} the plan was ${planEn} as of ${englishDate(meantFor)}. The sources do not say whether that went ahead.`;
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** A date as a reader of either language says it. */
export const sayDate = (date: string, language: 'nl' | 'en'): string => (language === 'nl' ? dutchDate(date) : englishDate(date));

/** `2024-04-19` → "19 April 2024", `2024-07` → "July 2024"; years stay as they are. */
function englishDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [...(day === undefined ? [] : [Number(day)]), name, year].join(' ');
}
