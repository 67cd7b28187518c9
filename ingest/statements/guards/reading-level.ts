import type { FormGuard } from '../claim.ts';
import { sentencesOf } from '../../../server/corpus/guards/clauses.ts';
import { wordsOf } from './length.ts';

/** Low, because the words of this field are long (`zorgverzekeraars`, `patiëntengroepsgebonden`): it stops the worst. */
const EASE_FLOOR = -40;
const LEAST_WORDS = 10;

/** Vowels that make one syllable in Dutch. */
const SYLLABLE = /ieuw|eeuw|aai|ooi|oei|aa|ee|oo|uu|ie|ei|ij|ui|eu|au|ou|oe|[aeiouyéèëêáàäóòöúùüíìï]/g;

/** Ease of reading by Flesch, with Douma's weights for Dutch: 100 is easy, 0 is hard. */
export function readingEase(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, word.toLowerCase().match(SYLLABLE)?.length ?? 0), 0);
  return 206.84 - 0.93 * (words.length / Math.max(1, sentencesOf(text).length)) - 77 * (syllables / Math.max(1, words.length));
}

export const guardReadingLevel: FormGuard = ({ own }) => {
  // The measure says nothing about a few words, such as an abbreviation spelled out.
  if (wordsOf(own).length < LEAST_WORDS) return [];
  const ease = Math.round(readingEase(own));
  return ease < EASE_FLOOR ? [`de tekst leest te zwaar (leesgemak ${ease}, ten minste ${EASE_FLOOR}); kies kortere woorden en zinnen`] : [];
};
