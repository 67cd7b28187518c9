import { expect, it } from 'vitest';
import type { Block } from '../../server/contract.ts';
import { answerParts, type ShownAnswer } from '../../server/views/answer-parts.ts';
import { citation } from '../../server/views/testing/sample-answer.ts';
import { spokenAnswer } from './spoken-answer.ts';

const said = (blocks: Block[], rest: Partial<ShownAnswer> = {}): string =>
  spokenAnswer(answerParts({ answer: '', notices: [], citations: [citation(1, 'Een.'), citation(2, 'Twee.')], outcome: 'beantwoord', blocks, ...rest }));
const statement: Block = { type: 'statement', role: 'answer', id: 's', text: 'Kies één van de twee.', citations: [1] };
const one = { citations: [citation(1, 'Een.')] };

it.each<[string, Block[], Partial<ShownAnswer>]>([
  ['Nee. Kies één van de twee. 1 bron.', [{ type: 'verdict', verdict: 'nee' }, statement], one],
  ['Antwoord: Kies één van de twee. 2 bronnen.', [statement, { ...statement, role: 'limit' }], {}],
  ['Antwoord klaar, 2 bronnen.', [{ type: 'quote', n: 1, source: 'de wet' }], {}],
  ['De bronnen geven hier een deel van het antwoord. Kies één van de twee. 2 bronnen.', [statement, { type: 'gap', question: 'En dan?' }], { outcome: 'deels' }],
  ['Een code staat niet in de bronnen.', [{ type: 'refusal', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'X.', citations: [1] } }], { outcome: 'niet-in-bronnen' }],
  ['Graag gedaan. Hebt u nog een vraag, stel die gerust.', [{ type: 'remark', kind: 'thanks' }], { citations: [] }],
  ['No. Kies één van de twee. 2 sources.', [{ type: 'verdict', verdict: 'nee' }, statement], { language: 'en' }],
])('%s', (words, blocks, rest) => {
  expect(said(blocks, rest)).toBe(words);
});
