import type { StatementDetail } from '../contract.ts';

/** Kinds of statements as people ask after them: first what it is and for whom, last what somebody found of it. */
const SLOT_ORDER = [
  'definitie', 'doel', 'wie', 'voorwaarde', 'bedrag', 'uitzondering', 'status', 'datum', 'duur', 'stappen', 'verschil', 'inhoud', 'aantal',
  'plan', 'waarom', 'adres', 'afspraak', 'verantwoording', 'evaluatie', 'ervaring',
]; // prettier-ignore

/** So many are shown of a route, and offered as questions. */
const MOST_CHOSEN = 8;
const MOST_QUESTIONS = 6;
const MOST_RELATED = 6;

export interface RouteStatements {
  /** One of each kind, so that they tell different things. */
  chosen: StatementDetail[];
  others: { slot: string; statements: StatementDetail[] }[];
}

/** What the sources say about a route. Statements about this route alone come before those about several. */
export function statementsAbout(routeId: string, all: readonly StatementDetail[]): RouteStatements {
  const about = all.filter(({ routes }) => routes.includes(routeId)).sort((a, b) => a.routes.length - b.routes.length);
  const slots = [...new Set(about.map(({ slot }) => slot))].sort((a, b) => rank(a) - rank(b));
  // an exception says little on its own, and stands with what it limits
  const chosen = slots.flatMap((slot) => about.find((one) => one.slot === slot && one.limits.length === 0) ?? []).slice(0, MOST_CHOSEN);
  const others = slots.map((slot) => ({ slot, statements: about.filter((one) => one.slot === slot && !chosen.includes(one)) }));
  return { chosen, others: others.filter(({ statements }) => statements.length > 0) };
}

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
