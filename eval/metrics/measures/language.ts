import type { Answer } from '../../../server/contract.ts';
import { languageOf, type Language } from '../language.ts';
import { measure, rateOf } from '../measure.ts';
import { ownWords, readerText, wordCount } from '../reader-text.ts';

/** What the assistant says itself is in the language of the question; quotes keep that of the source. Nothing said is no language. */
export function speaks(answer: Answer, language: Language): boolean {
  const own = ownWords(answer);
  const text = wordCount(own) >= 4 ? own : readerText(answer).plain;
  const said = languageOf(text);
  // A few words, such as a lead-in, may hold no function word of either language.
  return said === undefined ? wordCount(text) > 0 && wordCount(text) < 4 : said === language;
}

export const LANGUAGE_RIGHT = measure({
  name: 'languageRight',
  label: 'Taal van de vraag',
  explanation: 'Deel van de antwoorden waarvan de eigen woorden in de taal van de vraag staan.',
  show: 'percent',
  ...rateOf(({ case: { type, abstain, question }, ask: { answer } }) => {
    if (!answer) return undefined;
    const language = type === 'english' ? 'en' : abstain ? (languageOf(question) ?? undefined) : 'nl';
    return language === undefined ? undefined : [speaks(answer, language)];
  }),
});
