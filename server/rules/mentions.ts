import type { ProfessionNames, SettingNames, Vocabulary } from '../corpus/vocabulary.ts';
import { PLACEHOLDER, SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';
import { textOfWords, type SentenceText } from './sentence-words.ts';

/** A profession or a place of work that a sentence names. */
export interface Mention extends WordSpan {
  kind: 'one' | 'many' | 'place';
  profession?: ProfessionNames;
  setting?: SettingNames;
}

export interface MentionText {
  /** Each mention is one word that no one can type, so that patterns can say `ik ben [een] {beroep}`. */
  text: SentenceText;
  /** The mentions within words of `text`, in their order. */
  within(span: WordSpan): Mention[];
  /** Words of `text` as words of the sentence. */
  origin(span: WordSpan): WordSpan;
}

const place = (kind: Mention['kind']): string => `${PLACEHOLDER}${kind}`;

/** How patterns call them. */
export const MENTION_LISTS: WordLists = {
  beroep: [place('one')],
  beroepen: [place('many')],
  plek: [place('place')],
  wie: [place('one'), place('many'), place('place')],
};

/** Finds what a sentence names, longest first, and puts one word in its place. */
export function createMentionReader({ professions, settings }: Vocabulary, lists: WordLists): (text: SentenceText) => MentionText {
  const patterns = [
    ...professions.flatMap((profession) => [
      ...profession.one.map((text) => ({ pattern: new SentencePattern(text, lists), kind: 'one' as const, profession })),
      ...profession.many.map((text) => ({ pattern: new SentencePattern(text, lists), kind: 'many' as const, profession })),
    ]),
    ...settings.flatMap((setting) => setting.says.map((text) => ({ pattern: new SentencePattern(text, lists), kind: 'place' as const, setting }))),
  ];

  return (text) => {
    const found = patterns
      .flatMap(({ pattern, ...mention }) => pattern.find(text).map((span): Mention => ({ ...mention, ...span })))
      .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
    const taken: Mention[] = [];
    for (const mention of found) if (!taken.some((other) => mention.first < other.last && other.first < mention.last)) taken.push(mention);

    const words: { word: string; start: number; end: number }[] = [];
    const origins: WordSpan[] = [];
    const mentions: (Mention | undefined)[] = [];
    for (let at = 0; at < text.words.length; ) {
      const mention = taken.find(({ first }) => first === at);
      const last = mention?.last ?? at + 1;
      const [head, tail] = [text.words[at], text.words[last - 1]];
      if (head && tail) words.push({ word: mention ? place(mention.kind) : head.word, start: head.start, end: tail.end });
      origins.push({ first: at, last });
      mentions.push(mention);
      at = last;
    }
    return {
      text: textOfWords(words),
      within: ({ first, last }) => mentions.slice(first, last).filter((mention) => mention !== undefined),
      origin: ({ first, last }) => ({ first: origins[first]?.first ?? 0, last: origins[last - 1]?.last ?? 0 }),
    };
  };
}
