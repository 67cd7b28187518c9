import type { Vocabulary } from '../corpus/vocabulary.ts';
import type { SaidFact } from './fact-reader.ts';
import { createGeneralQuestion } from './general-question.ts';
import { lawOfSector } from './law-of-sector.ts';
import { MENTION_LISTS, type Mention, type MentionText } from './mentions.ts';
import { SentencePattern, type WordLists } from './sentence-pattern.ts';
import { clauseAround } from './sentence-words.ts';

/** Who sits at the table: professions and places joined in a sentence, or joined to the asker. */
export function createParticipantsReader(
  vocabulary: Vocabulary,
  lists: WordLists,
): (mentions: MentionText, asker: readonly Mention[], subject: unknown) => SaidFact[] {
  const { signals } = vocabulary;
  const patternsOf = (texts: readonly string[]): SentencePattern[] => texts.map((text) => new SentencePattern(text, { ...lists, ...MENTION_LISTS }));
  const joined = patternsOf(signals.joins);
  const meeting = patternsOf(signals.participants);
  const spoilers = patternsOf(signals.pairSpoilers);
  const networks = patternsOf(signals.networks);
  const isGeneral = createGeneralQuestion(vocabulary, lists);

  return (mentions, asker, subject) => {
    const aboutOne = subject === 'individu';
    const aboutMany = subject === 'groep' || subject === 'hybride';
    const { text } = mentions;
    const any = (patterns: readonly SentencePattern[], within: { first: number; last: number }): boolean =>
      patterns.some((pattern) => pattern.find(text).some((span) => within.first <= span.first && span.last <= within.last));
    const isSpoiled = (span: { first: number; last: number }): boolean => {
      return any(spoilers, clauseAround(text, span.first, span.last, /^[.?]$/u)) || isGeneral(text, span);
    };
    const found: SaidFact[] = [];
    const say = (members: readonly Mention[], others: readonly Mention[], span: { first: number; last: number }): void => {
      const origin = mentions.origin(span);
      if (areSeveral([...members, ...others]) && signals.pair) found.push({ ...signals.pair, ...origin });
      for (const { profession, setting } of members) {
        const stated = profession?.joined ?? setting?.joined;
        if (stated) found.push({ ...stated, ...origin });
      }
    };
    for (const pattern of joined) {
      for (const span of pattern.find(text)) {
        const members = mentions.within(span);
        const isWith = WITH.has(text.words[span.first - 1]?.word ?? '');
        if (!isSpoiled(span) && areSeveral(members) && !(aboutOne && (isWith || members.some((member) => asker.includes(member))))) say(members, [], span);
      }
    }
    for (const pattern of aboutOne ? [] : meeting) {
      for (const span of pattern.find(text)) {
        // "Ik overleg met de huisarts" is a cooperation only when it is about a group.
        const members = mentions.within(span).filter(({ kind }) => aboutMany || kind !== 'one');
        if (!isSpoiled(span)) say(members, asker, span);
      }
    }
    if (asker.length === 0) {
      const law = lawOfAll(mentions.within({ first: 0, last: text.words.length }));
      const span = networks.flatMap((pattern) => pattern.find(text))[0];
      if (law !== undefined && span !== undefined && !isSpoiled(span)) found.push({ fact: 'domein', value: law, ...mentions.origin(span) });
    }
    return found;
  };
}

/** "Met de psycholoog en de huisarts" over één patiënt: two whom the asker met, no cooperation. */
const WITH: ReadonlySet<string> = new Set(['met', 'with']);

/** The law under which all of them work. */
function lawOfAll(mentions: readonly Mention[]): string | undefined {
  const laws = mentions.map(({ profession, setting }) => profession?.domein ?? setting?.domein ?? lawOfSector(profession?.sectors?.[0] ?? setting?.sector));
  return laws.every((law) => law === laws[0]) ? laws[0] : undefined;
}

/** Whether some two certainly come from different sectors or laws. */
function areSeveral(mentions: readonly Mention[]): boolean {
  const worlds = mentions.map(({ profession, setting }) => ({
    sectors: profession?.sectors ?? (setting?.sector === undefined ? [] : [setting.sector]),
    law: profession?.domein ?? setting?.domein,
  }));
  return worlds.some((left, at) =>
    worlds.slice(at + 1).some((right) => {
      if (left.law !== undefined && right.law !== undefined && left.law !== right.law) return true;
      if (left.sectors.length > 0 && right.sectors.length > 0) return !left.sectors.some((sector) => right.sectors.includes(sector)) ;
      return (left.law === 'sociaal-domein') !== (right.law === 'sociaal-domein') && left.sectors.length + right.sectors.length > 0;
    }),
  );
}
