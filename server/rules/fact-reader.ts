import type { StatedFact, Vocabulary } from '../corpus/vocabulary.ts';
import { createGeneralQuestion } from './general-question.ts';
import { SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';
import { clauseAround, type SentenceText } from './sentence-words.ts';

/** A fact and the words that say it. */
export interface SaidFact extends StatedFact, WordSpan {
  /** Sectors of askers of whom it is true. */
  askers?: readonly string[] | undefined;
}

/** How a fact is said. */
export interface FactPatterns extends StatedFact {
  /** Words of a question or a supposition in the same clause make it no statement. */
  strict: boolean;
  askers?: readonly string[] | undefined;
  says: readonly string[];
}

/** What a sentence says by patterns alone: the longest for each fact, unless words around it make it no statement. */
export function createFactReader(facts: readonly FactPatterns[], vocabulary: Vocabulary, lists: WordLists): (text: SentenceText) => SaidFact[] {
  const { negations, harmless, hedges, doubts, alternatives } = vocabulary.signals;
  const isGeneral = createGeneralQuestion(vocabulary, lists);
  const patterns = facts.flatMap((names) => names.says.map((text) => ({ names, pattern: new SentencePattern(text, lists) })));
  const signal = (texts: readonly string[]): SentencePattern[] => texts.map((text) => new SentencePattern(text, lists));
  const denials = signal(negations);
  const benign = signal(harmless);
  const suppositions = signal(hedges);
  const uncertain = signal(doubts);
  const choices = signal(alternatives);

  return (text) => {
    const all = (signals: readonly SentencePattern[]): WordSpan[] => signals.flatMap((pattern) => pattern.find(text));
    const named = longest(patterns.flatMap(({ names, pattern }) => pattern.find(text).map((span) => ({ ...span, names }))));
    const covered: WordSpan[] = [...named, ...all(benign)];
    const denied = all(denials);
    const open = denied.filter((denial) => !covered.some((span) => holds(span, denial)));
    /** What is denied itself, is not turned round by a denial of something else after it: "huisartsen niet, fysio's ook niet". */
    const isDenial = (span: WordSpan): boolean => denied.some((denial) => holds(span, denial));
    const supposed = all(suppositions);
    const doubtful = all(uncertain);
    const or = all(choices);
    return named
      .filter(({ names, first, last }) => {
        const clause = clauseAround(text, first, last);
        const spoils = (other: WordSpan): boolean => holds(clause, other) && (other.last <= first || other.first >= last);
        return (
          !open.some((denial) => spoils(denial) && !(denial.first >= last && isDenial({ first, last }))) &&
          !doubtful.some(spoils) &&
          (names.fact === SUBJECT || !(isGeneral(text, { first, last }) || isAsked(text, clause))) &&
          !or.some((other) => other.last === first || other.first === last) &&
          !(names.strict && supposed.some(spoils))
        );
      })
      .map(({ names: { fact, value, askers }, first, last }) => ({ fact, value, askers, first, last }));
  };
}

/** Whom a consultation is about, a general question says too. */
const SUBJECT = 'onderwerp';

/** Of overlapping spans about one fact the longest. */
function longest<T extends WordSpan & { names: FactPatterns }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...found].sort((a, b) => b.last - b.first - (a.last - a.first))) {
    const rival = kept.find((other) => other.names.fact === span.names.fact && span.first < other.last && other.first < span.last);
    if (rival === undefined || (rival.first === span.first && rival.last === span.last)) kept.push(span);
  }
  return kept;
}

const holds = (outer: WordSpan, inner: WordSpan): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** "Is er een contract?": the verb first, a question mark at the end. */
function isAsked({ words }: SentenceText, clause: WordSpan): boolean {
  return words[clause.last]?.word === '?' && VERB_FIRST.has(words[clause.first]?.word ?? '');
}

const VERB_FIRST: ReadonlySet<string> = new Set(
  'is zijn heeft hebben hebt wordt worden krijgt krijgen valt vallen zit zitten komt komen doet doen gaat gaan betaalt betalen vergoedt wil willen denkt vraagt geldt are is does do can has have'.split(' '),
);
