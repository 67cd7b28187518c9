import type { FormGuard } from '../claim.ts';
import { sentencesOf } from '../../../server/corpus/guards/clauses.ts';

const MAX_SENTENCES = 2;
const MAX_WORDS = 35;
const MAX_WORDS_A_SENTENCE = 20;

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Short enough to take in at once. */
export const guardLength: FormGuard = ({ own }) => {
  const sentences = sentencesOf(own);
  const words = wordsOf(own).length;
  return [
    ...(sentences.length > MAX_SENTENCES ? [`de tekst heeft ${sentences.length} zinnen; houd er hoogstens ${MAX_SENTENCES}`] : []),
    ...(words > MAX_WORDS ? [`de tekst heeft ${words} woorden; houd er hoogstens ${MAX_WORDS}`] : []),
    ...sentences
      .map((sentence) => ({ sentence, length: wordsOf(sentence).length }))
      .filter(({ length }) => length > MAX_WORDS_A_SENTENCE)
      .map(({ sentence, length }) => `een zin heeft ${length} woorden; houd er hoogstens ${MAX_WORDS_A_SENTENCE}: "${sentence}"`),
  ];
};
