import type { PlanRequest } from '../contract.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { lawOfSector } from './law-of-sector.ts';
import { createMentionReader, type Mention } from './mentions.ts';
import { PLACEHOLDER } from './sentence-pattern.ts';
import { sentenceText } from './sentence-words.ts';

export type Participant = PlanRequest['participants'][number];

/** Words for how many, as far as people write them out. */
const NUMBERS = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'];
const MOST = 500;
/** Between a number and who is counted: "2 vrijgevestigde psychologen". */
const MOST_BETWEEN = 1;

/**
 * Who takes part, as a question lists them: "4 huisartsen, 2 fysio's, een psycholoog en de gemeente". Each kind once, in the
 * order of the question; fewer than two make no network.
 */
export function createParticipantsInQuestion(vocabulary: Vocabulary): (question: string) => Participant[] {
  const mentionsIn = createMentionReader(vocabulary, vocabulary.wordLists);
  return (question) => {
    const mentions = mentionsIn(sentenceText(question, (word) => word));
    const { words } = mentions.text;
    const found = new Map<string, Participant>();
    words.forEach(({ word, start, end }, at) => {
      const [mention] = word.startsWith(PLACEHOLDER) ? mentions.within({ first: at, last: at + 1 }) : [];
      if (mention === undefined) return;
      const facts = factsOf(mention);
      const count = countBefore(words.slice(Math.max(0, at - 1 - MOST_BETWEEN), at).map((before) => before.word));
      const key = JSON.stringify([mention.profession?.profession ?? mention.setting?.setting, facts]);
      const known = found.get(key);
      // Named twice they are counted once, by the largest number.
      if (known) known.count = Math.max(known.count, count);
      else found.set(key, { name: question.slice(start, end), count, facts });
    });
    return found.size < 2 ? [] : [...found.values()];
  };
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
    const number = NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 1 : /^\d{1,3}$/.test(word) ? Number(word) : 0;
    if (number >= 1 && number <= MOST) return number;
  }
  return 1;
}
