import type { Answer } from '../../../server/contract.ts';
import { WHERE_TO_TURN } from '../../../server/views/not-in-sources.ts';
import { seedOf } from '../../statistics/random.ts';
import { answerOf } from '../reference-answer.ts';
import { recited } from './answer-parts.ts';
import { answered, answering, refusing } from './answering.ts';
import type { BadSystem } from './bad-system.ts';
import { irrelevantQuotes } from './irrelevant.ts';

const refusal = (answer: Answer, text = `Dat staat niet in de bronnen. ${WHERE_TO_TURN}`): Answer => ({ ...answerOf(answer.question, []), answer: text });

/** Says nothing where it should, or something where it should not. */
export const WRONG_REFUSALS: readonly BadSystem[] = [
  { id: 'refuses-all', label: 'Weigert alles', mustFailBy: ['falseRefusals'], make: answered((answer) => refusal(answer)) },
  {
    id: 'refuses-hard-third',
    label: 'Weigert de moeilijkste vragen: een derde',
    mustFailBy: ['falseRefusals'],
    make: answered((answer, { asked }) => (asked.evidence.length > 1 || seedOf('hard', asked.id) % 10 < 3 ? refusal(answer) : answer)),
  },
  {
    id: 'never-refuses',
    label: 'Weigert nooit: verzint een antwoord bij willekeurige citaten',
    mustFailBy: ['abstained'],
    make: refusing((answer, { asked, documents }) => recited({ ...answer, answer: 'Ja, dat kan [1].', abstained: false, outcome: 'beantwoord' }, irrelevantQuotes(asked, documents, 2))),
  },
  { id: 'answers-bare', label: 'Antwoordt zonder bron waar de bronnen niets zeggen', mustFailBy: ['abstained'], make: refusing((answer) => ({ ...answer, answer: 'Ja, dat kan gewoon.', abstained: false, outcome: 'beantwoord' })) },
  { id: 'hidden-answer', label: 'Verzint een bedrag en noemt dat een weigering', mustFailBy: ['numbersSupported', 'refusalHonest'], make: refusing((answer) => ({ ...answer, answer: `${answer.answer} Reken op ongeveer 83 euro per uur.` })) },
  {
    id: 'follow-ups-dropped',
    label: 'Laat vervolgvragen vallen',
    mustFailBy: ['falseRefusals', 'evidenceCited'],
    make: answered((answer, { request }) => ((request.history?.length ?? 0) > 0 ? refusal(answer) : answer)),
  },
];

/** Rightly refuses, but so that nobody is helped. */
export const POOR_REFUSALS: readonly BadSystem[] = [
  { id: 'refusal-unnamed', label: 'Weigert zonder te zeggen wat er ontbreekt', mustFailBy: ['refusalNames'], make: refusing((answer) => refusal(answer)) },
  { id: 'refusal-nowhere', label: 'Weigert zonder te zeggen bij wie u terechtkunt', mustFailBy: ['refusalTurns'], make: refusing((answer) => ({ ...answer, answer: answer.answer.replace(WHERE_TO_TURN, '').replace(/Ask your health insurer.*$/u, '').trim() })) },
  {
    id: 'refusal-denies',
    label: 'Weigert met een onwaar “daar staat het niet”',
    mustFailBy: ['refusalHonest'],
    make: refusing((answer, { documents }) => {
      const [document] = documents.values();
      return { ...answer, answer: `${answer.answer} Dichtbij komt ${document?.title ?? 'de bron'}, pagina 1, maar daar staat het antwoord niet. Over PGAZ, zorgverzekeraars en een overeenkomst staat niets in de bronnen.` };
    }),
  },
];

/** What was said before changes what it should not. */
export const CONFUSED_BY_HISTORY: readonly BadSystem[] = [
  {
    id: 'stuck-on-history',
    label: 'Blijft na een gesprek het eerste onderwerp beantwoorden',
    mustFailBy: ['historyIndependent'],
    make: answering((answer, { request, asked, documents }) =>
      (request.history?.length ?? 0) > 0 && !answer.abstained ? recited(answer, irrelevantQuotes(asked, documents, Math.max(1, answer.citations.length))) : answer,
    ),
  },
];
