import { allNames } from '../corpus/names.ts';
import type { ProfessionNames, StatedFact, Vocabulary } from '../corpus/vocabulary.ts';
import { phraseWords } from '../text/phrase-words.ts';
import { PhraseIndex, type PhraseMatch } from '../text/phrase-index.ts';
import { signalIndex } from './signal-index.ts';

interface Found {
  stated: StatedFact;
  span: Pick<PhraseMatch<unknown>, 'first' | 'last'>;
}

/** Professions: two joined ones come from several sectors, one after "ik ben" is the asker's own sector. */
export function createProfessionReader(vocabulary: Vocabulary, realWords: readonly string[]): (clause: string) => Found[] {
  const { joins, pair, pairSpoilers, selves } = vocabulary.signals;
  const professions = new PhraseIndex(
    vocabulary.professions.flatMap((names) => allNames(names, names)),
    { realWords, glue: false, compounds: false },
  );
  const singular = new Set(vocabulary.professions.flatMap(({ abbreviations, everydayWords }) => [...abbreviations, ...everydayWords]).map(plain));
  const joinWords = signalIndex(joins);
  const spoilers = signalIndex(pairSpoilers);
  const selfWords = { one: signalIndex(selves.one), many: signalIndex(selves.many) };

  return (clause) => {
    const named = professions.find(clause);
    if (named.length === 0) return [];
    const selfOne = selfWords.one.find(clause);
    const selfMany = selfWords.many.find(clause);
    const own = named.flatMap(({ values, first, last, start, end }): Found[] => {
      const [sector, ...others] = sectorsOf(values);
      const isSingular = singular.has(plain(clause.slice(start, end)));
      const self = [...(isSingular ? selfOne : []), ...selfMany].find((span) => span.last === first);
      if (sector === undefined || others.length > 0 || self === undefined) return [];
      return [{ stated: { fact: 'sector', value: sector }, span: { first: self.first, last } }];
    });
    if (spoilers.find(clause).length > 0) return own;
    const joinSpans = joinWords.find(clause);
    const pairs = named.flatMap((left) =>
      named.flatMap((right): Found[] => {
        const isJoined = joinSpans.some(({ first, last }) => first === left.last && last === right.first);
        if (!isJoined || sectorsOf(left.values).some((sector) => sectorsOf(right.values).includes(sector))) return [];
        const facts = [pair, ...left.values.map(({ joined }) => joined), ...right.values.map(({ joined }) => joined)];
        const span = { first: left.first, last: right.last };
        return facts.flatMap((stated) => (stated === undefined ? [] : [{ stated, span }]));
      }),
    );
    return [...own, ...pairs];
  };
}

const sectorsOf = (professions: readonly ProfessionNames[]): string[] => [...new Set(professions.flatMap(({ sectors }) => sectors))];

const plain = (text: string): string => (/['’]s$/u.test(text) ? text : phraseWords(text).map(({ word }) => word).join(' '));
