import { describe, expect, it } from 'vitest';
import { fold } from '../text/words.ts';
import { asksWithoutQuestionWord } from './yes-no.ts';

describe('asksWithoutQuestionWord', () => {
  it.each([
    'Dekt het tarief de tijd van dat overleg?',
    'Lumpsum = één bedrag per periode?',
    'Wij zijn een kleine praktijk. Levert dat iets op?',
    'Stelt de NZa vast hoeveel overlegtijd erin zit?',
    'en levert dat voor ons ook iets op?',
    'werken we in de ggz nog met dbc’s',
    'Does the fee cover our time?',
  ])('is so of "%s"', (question) => expect(asksWithoutQuestionWord(fold(question))).toBe(true));

  it.each([
    'Wie betaalt het overleg?',
    'In welke gevallen past dat?',
    'Tot wanneer loopt de proef?',
    'In hoeverre past dat bij een groep?',
    'Waaruit wordt dat betaald?',
    'Als ik in de ggz werk, wat krijg ik dan?',
    'en het verpleeghuis?',
    'kosten overleg wijkteam',
    'voor de huisarts een overzicht van alle routes',
    'leg de lumpsum eens uit',
    'How is the fee set?',
  ])('is not so of "%s"', (question) => expect(asksWithoutQuestionWord(fold(question))).toBe(false));
});
