import type { CompoundSplitter } from '../../server/text/compounds.ts';
import { fold, isEnglishStopWord, isStopWord } from '../../server/text/words.ts';
import { pick, type Random } from '../statistics/random.ts';

/** The commonest spelling mistake in Dutch: compounds written apart ("zorg verzekeraar"). All compounds of the question. */
export function splitCompounds(text: string, splitter: CompoundSplitter): string | undefined {
  const result = text.replace(/\p{L}+/gu, (word) => {
    const parts = splitter.split(fold(word));
    if (parts.length < 2) return word;
    // Parts come without linking sounds: cut the word itself before each next part.
    const cuts: number[] = [];
    let from = parts[0]!.length;
    for (const part of parts.slice(1)) {
      const at = fold(word).indexOf(part, from);
      if (at < 0) return word;
      cuts.push(at);
      from = at + part.length;
    }
    return [0, ...cuts].map((start, piece) => word.slice(start, cuts[piece] ?? word.length)).join(' ');
  });
  return result === text ? undefined : result;
}

/**
 * The opposite mistake: hyphens left out ("zvwzorg"), or else one pair of neighbouring words written as one.
 * @param isCompound whether two words written together make a regular compound
 */
export function joinCompounds(text: string, isCompound: (joined: string) => boolean, random: Random): string | undefined {
  const joined = text.replace(/(\p{L}{2,})-(?=\p{L}{2,})/gu, '$1');
  if (joined !== text) return joined;
  const content = (word: string): boolean => word.length >= 4 && !isStopWord(fold(word)) && !isEnglishStopWord(fold(word));
  const pairs = [...text.matchAll(/(?<=\s|^)(\p{L}+) (?=(\p{Ll}+))/gu)].filter(
    ([, first, second]) => content(first!) && content(second!) && isCompound(`${first}${second}`),
  );
  if (pairs.length === 0) return undefined;
  const { index, 1: first } = pick(random, pairs);
  return text.slice(0, index + first!.length) + text.slice(index + first!.length + 1);
}
