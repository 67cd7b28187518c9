import type { Citation, CitedText, RouteDescription, StatementDetail } from '../contract.ts';

/** Kinds of statements as people ask after them: first what it is and for whom, last what somebody found of it. */
const SLOT_ORDER = [
  'definitie', 'doel', 'wie', 'voorwaarde', 'bedrag', 'uitzondering', 'status', 'datum', 'duur', 'stappen', 'verschil', 'inhoud', 'aantal',
  'plan', 'waarom', 'adres', 'afspraak', 'verantwoording', 'evaluatie', 'ervaring',
]; // prettier-ignore

/** So many are shown of a route, and offered as questions. */
const MOST_CHOSEN = 8;
const MOST_OF_A_KIND = 2;
const MOST_QUESTIONS = 6;
const MOST_RELATED = 6;

export interface RouteStatements {
  /** The most telling ones, of several kinds. */
  chosen: StatementDetail[];
  others: { slot: string; statements: StatementDetail[] }[];
}

/** What the sources say about a route: first what its rules rest on, then what is about this route alone. */
export function statementsAbout(route: RouteDescription, all: readonly StatementDetail[]): RouteStatements {
  const weight = weigh(route);
  const about = all
    .filter(({ routes }) => routes.includes(route.id))
    .map((statement) => ({ statement, weight: weight(statement) }))
    .sort((a, b) => b.weight - a.weight || a.statement.routes.length - b.statement.routes.length)
    .map(({ statement }) => statement);
  const chosen: StatementDetail[] = [];
  for (const statement of about) {
    const ofItsKind = chosen.filter(({ slot }) => slot === statement.slot).length;
    // an exception stands with what it limits already
    const isShown = statement.limits.some((id) => chosen.some((one) => one.id === id));
    if (chosen.length < MOST_CHOSEN && ofItsKind < MOST_OF_A_KIND && !isShown) chosen.push(statement);
  }
  chosen.sort((a, b) => rank(a.slot) - rank(b.slot));
  const slots = [...new Set(about.map(({ slot }) => slot))].sort((a, b) => rank(a) - rank(b));
  const others = slots.map((slot) => ({ slot, statements: about.filter((one) => one.slot === slot && !chosen.includes(one)) }));
  return { chosen, others: others.filter(({ statements }) => statements.length > 0) };
}

/**
 * How many texts of a route rest on the same sentences as a statement, against how many these are; what
 * decides about it counts most, and what one party said a little less.
 */
function weigh({ conditions, paymentNote, periods, warnings, steps }: RouteDescription): (statement: StatementDetail) => number {
  const texts = [
    ...[...conditions, paymentNote, ...periods].map((text) => ({ text, weight: 3 })),
    ...[...warnings, ...Object.values(steps).flat()].map((text) => ({ text, weight: 1 })),
  ];
  return (statement) => {
    const sum = texts.reduce((total, { text, weight }) => total + (shares(text, statement) ? weight : 0), 0);
    return (sum * (statement.speaker === undefined ? 4 : 3)) / Math.sqrt(Math.max(1, statement.quotes.length));
  };
}

/** Whether both rest on the same sentence. */
const shares = ({ citations }: CitedText, { quotes }: StatementDetail): boolean => citations.some((one) => quotes.some((other) => overlap(one, other)));

const overlap = (a: Citation, b: Citation): boolean => a.documentId === b.documentId && a.start < b.end && b.start < a.end;

/** One question of each. */
export function questionsAbout({ chosen }: RouteStatements): string[] {
  return [...new Set(chosen.flatMap(({ questions }) => questions[0] ?? []))].slice(0, MOST_QUESTIONS);
}

/** Statements on the same subject, then on the same routes, but for those that the page shows already. */
export function relatedTo(statement: StatementDetail, all: readonly StatementDetail[], shown: readonly StatementDetail[]): StatementDetail[] {
  const sharesRoute = ({ routes }: StatementDetail): boolean => routes.some((id) => statement.routes.includes(id));
  const near = all.filter((other) => other.id !== statement.id && !shown.includes(other) && (statement.routes.length === 0 || sharesRoute(other)));
  const sameSubject = near.filter(({ subject }) => subject === statement.subject);
  const others = statement.routes.length === 0 ? [] : near.filter(({ subject }) => subject !== statement.subject);
  return [...around(statement, sameSubject, all), ...others].slice(0, MOST_RELATED);
}

/** Those that stand nearest in the file come first: they were written together. */
function around(statement: StatementDetail, found: readonly StatementDetail[], all: readonly StatementDetail[]): StatementDetail[] {
  const places = new Map(all.map(({ id }, index) => [id, index]));
  const place = ({ id }: StatementDetail): number => places.get(id) ?? Infinity;
  return [...found].sort((a, b) => Math.abs(place(a) - place(statement)) - Math.abs(place(b) - place(statement)));
}

function rank(slot: string): number {
  const at = SLOT_ORDER.indexOf(slot);
  return at < 0 ? SLOT_ORDER.length : at;
}
