import { splitSentences } from '../../../server/text/sentences.ts';
import { languageOf } from '../language.ts';
import { measure, meanOf } from '../measure.ts';
import { ownWords, wordCount } from '../reader-text.ts';
import { isAnswered } from './shares.ts';

/** Fewer words give no level. */
const LEAST_WORDS = 10;

/**
 * Flesch's reading ease for Dutch (W. H. Douma, De leesbaarheid van landbouwbladen, 1960): 206.84 − 0.77 × syllables per
 * hundred words − 0.93 × words per sentence. 60 and up is plain Dutch, below 30 is for academics.
 */
export function fleschDouma(text: string): number | undefined {
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const sentences = Math.max(1, splitSentences(text.replace(/\s+/g, ' ')).filter(([start, end]) => wordCount(text.slice(start, end)) > 0).length);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.84 - 0.77 * ((100 * syllables) / words.length) - 0.93 * (words.length / sentences);
}

/** Runs of vowels; an abbreviation is spelt, and a diaeresis starts a new syllable. */
export function syllablesOf(word: string): number {
  if (/^\p{Lu}{2,}$/u.test(word)) return word.length;
  const runs = word.toLowerCase().replace(/[ëïöü]/g, '-$&').replace(/ij/g, 'y').match(/[aeiouyáéíóúàèêôäëïöü]+/g);
  return Math.max(1, runs?.length ?? 0);
}

export const READING_LEVEL = measure({
  name: 'readingLevel',
  label: 'Leesbaarheid',
  explanation: 'Flesch-Douma van de eigen woorden in Nederlandse antwoorden, gemiddeld: hoe hoger, hoe makkelijker.',
  show: 'number',
  ...meanOf((result) => {
    const { answer } = result.ask;
    if (!isAnswered(result) || !answer) return undefined;
    const own = ownWords(answer);
    return languageOf(own) === 'en' ? undefined : fleschDouma(own);
  }),
});
