import type { PlanRequest, ReadParticipants } from '../contract.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { conflate } from '../text/conflate.ts';
import { contradictionsIn } from './contradictions.ts';
import { lawOfSector } from './law-of-sector.ts';
import { createMentionReader, type Mention, type MentionText } from './mentions.ts';
import { PLACEHOLDER } from './sentence-pattern.ts';
import { sentenceText } from './sentence-words.ts';

export type Participant = PlanRequest['participants'][number];

/** Words for how many, as far as people write them out. */
const NUMBERS = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien', 'twintig'];
const MOST = 500;
/** Between a number and who is counted: "2 vrijgevestigde psychologen". */
const MOST_BETWEEN = 1;
/** Who is named after one of these takes no part: "zonder huisarts", "geen van de huisartsen". */
const ABSENT = new Set(['geen', 'zonder', 'niet', 'no', 'without']);
/** Names of laws stand for those who work under them, but nobody can be invited by them. */
const LAWS = new Set(['wmo', 'wlz', 'zvw', 'wpg', 'jeugdwet', 'jw']);
/** Between somebody and where he works. */
const AT_PLACE = new Set(['in', 'bij', 'voor', 'van', 'uit', 'op', 'de', 'het', 'een', 'onze', 'ons', 'mijn', 'at', 'the', 'a']);
/** What parts the members of a list. */
const BETWEEN_MEMBERS = /[,;\n]|\s(?:en|plus|and)\s|[&+]/giu;
/** Words before who is meant: "de", "een", "2", "ook". */
const BEFORE_MEMBER = /^(?:(?:de|het|een|één|ook|nog|wij|met|\d+)\s+)+/iu;
/** Longer than a name of a profession or an organisation is a sentence about something else. */
const MOST_WORDS = 4;

/**
 * Who takes part, as a question lists them: "4 huisartsen, 2 fysio's, een psycholoog en de gemeente". Each kind once, in the
 * order of the question; fewer than two make no network.
 */
export function createParticipantsInQuestion(vocabulary: Vocabulary): (question: string) => Participant[] {
  const read = createParticipantReader(vocabulary);
  return (question) => {
    const participants = read(question).participants.map((one) => ({ ...one, count: one.count >= 1 && one.count <= MOST ? one.count : 1 }));
    return participants.length < 2 ? [] : participants;
  };
}

/** Reads a list of who takes part: also of one alone, with numbers as they were typed, and with what it could not read. */
export function createParticipantReader(vocabulary: Vocabulary): (text: string) => ReadParticipants {
  const mentionsIn = createMentionReader(vocabulary, vocabulary.wordLists);
  return (text) => {
    const mentions = mentionsIn(sentenceText(text, (word) => word));
    const found = new Map<string, Participant>();
    let last: { at: number; participant: Participant } | undefined;
    mentions.text.words.forEach(({ start, end }, at) => {
      const mention = mentionAt(mentions, at);
      const name = text.slice(start, end);
      const before = mentions.text.words.slice(0, at).map(({ word }) => word);
      if (mention === undefined || LAWS.has(name.toLowerCase()) || before.slice(-2).some((word) => ABSENT.has(word))) return;
      const facts = factsOf(mention);
      // "Een psycholoog in het verpleeghuis" is one, who works under the law of that place.
      if (mention.setting && last && isPlaceOf(before.slice(last.at + 1))) {
        const there = { ...last.participant.facts, ...(facts['domein'] !== undefined && { domein: facts['domein'] }) };
        if (contradictionsIn(there).length === 0) last.participant.facts = there;
        return;
      }
      const count = countBefore(before.slice(-1 - MOST_BETWEEN));
      // A psychologist and a psychiatrist are one profession to the rules, and two to a network.
      const key = JSON.stringify([conflate(name.toLowerCase().replace(/['’]s$/u, '')), facts]);
      const known = found.get(key);
      // Named twice they are counted once, by the largest number.
      if (known) known.count = Math.max(known.count, count);
      else found.set(key, { name, count, facts });
      const participant = found.get(key);
      if (participant) last = { at, participant };
    });
    return { participants: [...found.values()], unread: unreadIn(text, mentions) };
  };
}

const isPlaceOf = (between: readonly string[]): boolean => between.length > 0 && between.every((word) => AT_PLACE.has(word));

function mentionAt(mentions: MentionText, at: number): Mention | undefined {
  const word = mentions.text.words[at]?.word ?? '';
  return word.startsWith(PLACEHOLDER) ? mentions.within({ first: at, last: at + 1 })[0] : undefined;
}

/** Members of the list in which nobody was recognised. */
function unreadIn(text: string, mentions: MentionText): string[] {
  const taken = mentions.text.words.filter((_, at) => mentionAt(mentions, at) !== undefined);
  const cuts = [...text.matchAll(BETWEEN_MEMBERS)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const members = [...cuts, { start: text.length, end: text.length }].map(({ start }, at) => ({ from: cuts[at - 1]?.end ?? 0, to: start }));
  return members.flatMap(({ from, to }) => {
    if (taken.some(({ start, end }) => start < to && end > from)) return [];
    const name = text.slice(from, to).trim().replace(/\.$/, '').replace(BEFORE_MEMBER, '').trim();
    return /\p{L}{2}/u.test(name) && !name.includes('?') && name.split(/\s+/).length <= MOST_WORDS ? [name] : [];
  });
}

/** Sector and law, where a profession or a place of work leaves no choice. */
function factsOf({ profession, setting }: Mention): Record<string, string> {
  const sectors = profession?.sectors ?? (setting?.sector === undefined ? [] : [setting.sector]);
  const sector = sectors.length === 1 ? sectors[0] : undefined;
  const domein = profession?.domein ?? setting?.domein ?? lawOfSector(sector);
  return { ...(sector !== undefined && { sector }), ...(domein !== undefined && { domein }) };
}

/** The number among the last words, the nearest first; one without. */
function countBefore(words: readonly string[]): number {
  for (const word of words.toReversed()) {
    if (/^[.,?]$/.test(word) || word.startsWith(PLACEHOLDER) || word === 'en') return 1;
    if (NUMBERS.includes(word)) return NUMBERS.indexOf(word) + 1;
    if (/^\d{1,4}$/.test(word)) return Number(word);
  }
  return 1;
}
