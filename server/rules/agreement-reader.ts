import type { Vocabulary } from '../corpus/vocabulary.ts';
import type { FactPatterns, SaidFact } from './fact-reader.ts';
import { SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';
import { clauseAround, type SentenceText } from './sentence-words.ts';

const AGREEMENT = 'overeenkomst ';
const ABSENT = 'nee';
const INTENDED = 'voornemen';
const GROUP_ROUTE = 'pgaz';

/** What is said of contracts, to be read with the facts; each value apart, for "ze willen wel, er is nog niets getekend". */
export function agreementPatterns({ agreements }: Vocabulary): FactPatterns[] {
  return agreements.map((entry) => ({ ...entry, fact: AGREEMENT + entry.value }));
}

export function isAgreement({ fact }: SaidFact): boolean {
  return fact.startsWith(AGREEMENT);
}

/**
 * Statements about contracts as facts about routes: of the route named in the same clause, or else of the only one named
 * in the question. "Nog geen contract" without a name is true of each; an intention about a group is one to use PGAZ.
 */
export function createAgreementReader(
  { agreementRoutes }: Vocabulary,
  lists: WordLists,
): (text: SentenceText, said: readonly SaidFact[], isGroup: boolean) => SaidFact[] {
  const routes = agreementRoutes.map((entry) => ({ ...entry, patterns: entry.says.map((says) => new SentencePattern(says, lists)) }));

  return (text, said, isGroup) => {
    const named = routes.flatMap(({ patterns, fact }) => patterns.flatMap((pattern) => pattern.find(text).map((span) => ({ ...span, fact }))));
    const factsIn = ({ first, last }: WordSpan): string[] => [
      ...new Set(named.filter((span) => span.first >= first && span.last <= last).map(({ fact }) => fact)),
    ];
    const all = factsIn({ first: 0, last: text.words.length });

    const factsOf = (span: WordSpan, value: string): string[] => {
      const within = factsIn(span);
      if (within.length > 0) return within;
      const near = factsIn(clauseAround(text, span.first, span.last));
      if (near.length === 1) return near;
      if (near.length === 0 && all.length === 1) return all;
      if (value === ABSENT) return routes.map(({ fact }) => fact);
      if (value === INTENDED && all.length === 0 && isGroup) return routes.filter(({ route }) => route === GROUP_ROUTE).map(({ fact }) => fact);
      return [];
    };

    const found = said.flatMap(({ value, first, last }) => factsOf({ first, last }, String(value)).map((fact): SaidFact => ({ fact, value, first, last })));
    // Who intends to make one agreement, has not signed that one: of the others nothing was said.
    const intended = new Set(found.filter(({ value }) => value === INTENDED).map(({ fact }) => fact));
    return intended.size === 0 ? found : found.filter(({ value }) => value !== ABSENT);
  };
}
