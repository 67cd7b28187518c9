import type { Answer } from '../../../server/contract.ts';
import { splitSentences } from '../../../server/text/sentences.ts';
import type { CaseFields } from '../../load/evaluation-case.ts';
import { measure, rateOf } from '../measure.ts';
import { readerText, wordCount } from '../reader-text.ts';

/** What a reader sees of an answer without scrolling on a phone. */
const SEEN_AT_ONCE = 300;
/** Two sentences may be longer than that, but not as long as a legal article. */
const MOST_WORDS = 60;

/** Everything that a right answer must say stands in its first 300 characters or its first two sentences. */
export function answersAtOnce(keyFacts: CaseFields['keyFacts'], answer: Answer): boolean {
  if (answer.abstained) return false;
  const { plain } = readerText(answer);
  const sentences = plain.split('\n').flatMap((line) => splitSentences(line).map(([start, end]) => line.slice(start, end)));
  const two = sentences.slice(0, 2).join(' ');
  const lead = [plain.slice(0, SEEN_AT_ONCE), ...(wordCount(two) <= MOST_WORDS ? [two] : [])].map((text) => text.replace(/\s+/g, ' '));
  return keyFacts.filter(({ vital }) => vital).every(({ pattern }) => lead.some((text) => new RegExp(pattern, 'iu').test(text)));
}

export const DIRECT = measure({
  name: 'direct',
  label: 'Antwoordt meteen',
  explanation: 'Deel van de vragen waarbij alle onmisbare feiten in de eerste 300 tekens of de eerste twee zinnen staan.',
  show: 'percent',
  column: 'meteen',
  compared: true,
  ...rateOf(({ case: { abstain, keyFacts }, ask: { answer } }) =>
    abstain || !keyFacts.some(({ vital }) => vital) ? undefined : [answer !== undefined && answersAtOnce(keyFacts, answer)],
  ),
});
