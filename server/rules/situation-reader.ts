import type { FactValue } from '../contract.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { agreementPatterns, createAgreementReader, isAgreement } from './agreement-reader.ts';
import { createAskerReader, type Asker } from './asker-reader.ts';
import { createFactReader, type SaidFact } from './fact-reader.ts';
import { createMentionReader } from './mentions.ts';
import { createParticipantsReader } from './participants-reader.ts';
import { SentencePattern, wordsOfPatterns, type WordLists } from './sentence-pattern.ts';
import { sentenceText, type SentenceText } from './sentence-words.ts';
import { createWordCorrector } from './word-corrector.ts';

export interface ToldFact {
  fact: string;
  value: FactValue;
  /** What the question says, as typed. */
  words: string;
}

/**
 * The facts of the asker's situation that a question tells beyond doubt. Sparingly: a negation or a list of alternatives
 * spoils a fact, and a fact told with two values is not told, unless the later one corrects the earlier.
 */
export function createSituationReader(vocabulary: Vocabulary): (question: string) => ToldFact[] {
  const lists: WordLists = vocabulary.wordLists;
  const correct = createWordCorrector(wordsOfPatterns(patternsOf(vocabulary)), lookalikesOf(vocabulary));
  const mentionsIn = createMentionReader(vocabulary, lists);
  const factsIn = createFactReader([...vocabulary.facts, ...agreementPatterns(vocabulary)], vocabulary, lists);
  const agreementsIn = createAgreementReader(vocabulary, lists);
  const askerOf = createAskerReader(vocabulary, lists);
  const participantsIn = createParticipantsReader(vocabulary, lists);
  const corrections = vocabulary.signals.corrections.map((text) => new SentencePattern(text, lists));
  const passing = vocabulary.signals.passing.map((text) => new SentencePattern(text, lists));

  return (question) => {
    const text = sentenceText(question, correct);
    const read = factsIn(text);
    const said = read.filter((fact) => !isAgreement(fact));
    const mentions = mentionsIn(text);
    const asker = askerOf(mentions, said.filter(({ fact }) => fact === LAW));
    const sector = asker.said.find(({ fact }) => fact === SECTOR)?.value ?? 'unknown';
    const named = [...said.filter(({ askers }) => askers === undefined || askers.includes(String(sector))), ...asker.said];
    const lastCorrection = Math.max(-1, ...corrections.flatMap((pattern) => pattern.find(text).map(({ last }) => last)));
    const settle = (facts: readonly SaidFact[]): SaidFact[] => settled(lastSaid(facts, lastCorrection), vocabulary.facts);
    const before = settle(named);
    const subject = before.find(({ fact }) => fact === SUBJECT)?.value;
    const isGroup = subject === 'groep' || subject === 'hybride';
    const isCall = subject === 'individu' && passing.some((pattern) => pattern.find(text).length > 0);
    const together = isCall ? [] : participantsIn(mentions, asker.mentions, subject);
    const own = isGroup || before.some(({ fact, value }) => fact === COOPERATION && value === true) ? ownPart(asker) : [];
    const agreements = agreementsIn(text, read.filter(isAgreement), isGroup);
    return settle([...named, ...together, ...own, ...agreements]).map(({ fact, value, first, last }) => ({
      fact,
      value,
      words: wordsOf(question, text, first, last),
    }));
  };
}

const SECTOR = 'sector';
const LAW = 'domein';
const SUBJECT = 'onderwerp';
const COOPERATION = 'samenwerkingsverband';

/** A general practitioner, or a practice of theirs, that confers about a group takes part in it. */
function ownPart({ mentions, said: [span] }: Asker): SaidFact[] {
  if (span === undefined) return [];
  return mentions.flatMap(({ profession, setting }) => {
    const stated = profession?.joined ?? setting?.joined;
    return stated ? [{ ...stated, first: span.first, last: span.last }] : [];
  });
}

/** After "sorry, ik bedoel" what is said again replaces what was said before. */
function lastSaid(facts: readonly SaidFact[], from: number): SaidFact[] {
  const anew = new Set(facts.filter(({ first }) => first >= from).map(({ fact }) => fact));
  return from < 0 ? [...facts] : facts.filter(({ fact, first }) => first >= from || !anew.has(fact));
}

/** Each fact once, unless two values were said of which neither includes the other. */
function settled(said: readonly SaidFact[], names: Vocabulary['facts']): SaidFact[] {
  const byFact = new Map<string, SaidFact[]>();
  for (const fact of said) byFact.set(fact.fact, [...(byFact.get(fact.fact) ?? []), fact]);
  return [...byFact.values()].flatMap((given) => {
    const isCovered = ({ fact, value }: SaidFact): boolean =>
      given.some((by) => names.some((entry) => entry.fact === fact && entry.value === by.value && entry.covers.includes(value)));
    const [kept, ...others] = given.filter((fact) => !isCovered(fact));
    return kept === undefined || others.some(({ value }) => value !== kept.value) ? [] : [kept];
  });
}

function wordsOf(question: string, { words }: SentenceText, first: number, last: number): string {
  return question.slice(words[first]?.start ?? 0, words[last - 1]?.end ?? 0);
}

function patternsOf({ facts, agreements, agreementRoutes, professions, settings, wordLists }: Vocabulary): string[] {
  return [
    ...[...facts, ...agreements, ...agreementRoutes, ...settings].flatMap(({ says }) => says),
    ...professions.flatMap(({ one, many }) => [...one, ...many]),
    ...Object.values(wordLists).flat(),
  ];
}

function lookalikesOf({ facts, professions }: Vocabulary): string[] {
  return [...facts, ...professions].flatMap(({ lookalikes }) => lookalikes);
}
