import { reworded } from './answer-parts.ts';
import { answered, type Asked } from './answering.ts';
import type { BadSystem } from './bad-system.ts';
import { VERDICT_AT_START, verdictWords } from './opening-words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Puts another verdict before what is said, in the language of the question; an empty one takes it away. */
const opening = (choose: (context: Asked) => 'ja' | 'nee' | 'hangt-af' | '' | undefined): BadSystem['make'] =>
  answered((answer, context) => {
    const verdict = choose(context);
    if (verdict === undefined) return answer;
    const words = verdict === '' ? '' : `${verdictWords(context.asked, verdict)} `;
    return reworded(answer, (own) => `${words}${capital(own.replace(VERDICT_AT_START, ''))}`);
  });

const FLIPPED = { ja: 'nee', nee: 'ja', 'hangt-af': 'ja' } as const;

/** What a reader in a hurry takes away is wrong. */
export const WRONG_VERDICTS: readonly BadSystem[] = [
  { id: 'always-yes', label: 'Altijd “Ja.” vooraan', mustFailBy: ['verdictWrong'], make: opening(() => 'ja') },
  { id: 'always-no', label: 'Altijd “Nee.” vooraan', mustFailBy: ['verdictWrong'], make: opening(() => 'nee') },
  { id: 'always-depends', label: 'Op elke ja/nee-vraag “Dat hangt ervan af.”', mustFailBy: ['verdictWrong', 'verdictRight'], make: opening(({ asked }) => (asked.verdict ? 'hangt-af' : undefined)) },
  { id: 'verdict-flipped', label: 'Ja wordt nee, nee wordt ja', mustFailBy: ['verdictWrong'], make: opening(({ asked }) => asked.verdict && FLIPPED[asked.verdict]) },
  { id: 'no-verdict', label: 'Zegt nooit ja of nee', mustFailBy: ['verdictRight', 'verdictAbsent'], make: opening(({ asked }) => (asked.verdict ? '' : undefined)) },
  {
    id: 'both-verdicts',
    label: 'Zegt ja én nee, zodat een van beide klopt',
    mustFailBy: ['verdictWrong', 'verdictRight', 'verdictAbsent'],
    make: answered((answer, { asked }) =>
      asked.verdict ? reworded(answer, (own) => `${verdictWords(asked, 'ja')} ${verdictWords(asked, 'nee')} ${own.replace(VERDICT_AT_START, '')}`) : answer,
    ),
  },
  {
    id: 'one-answer',
    label: 'Eén antwoord voor alle ja/nee-vragen',
    mustFailBy: ['verdictRight', 'direct'],
    make: answered((answer, { asked }) => (asked.verdict || asked.type === 'yes-no' ? reworded(answer, (own) => `Dat hangt ervan af, overleg met uw zorgverzekeraar ${own.match(/\[\d+\]/)?.[0] ?? ''}.`) : answer)),
  },
];
