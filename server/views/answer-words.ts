import { NOT_IN_SOURCES, WHERE_TO_TURN } from './not-in-sources.ts';

/** What an answer says in our own words, around the words of the sources; `{name}` marks a place to fill. */
export const answerWords = {
  first: 'Volgens {source}:',
  next: 'En volgens {source}:',
  again: 'Daar staat ook:',
  further: 'Verder volgens {source}:',
  gap: 'Over dit deel van uw vraag zeggen de bronnen niets: “{part}”',
  notInSources: NOT_IN_SOURCES,
  whereToTurn: WHERE_TO_TURN,
  nearest: 'Het dichtst in de buurt komt {source}, pagina {page}. Daar staat het antwoord op uw vraag niet.',
  nearestSection: 'Het dichtst in de buurt komt {source}, pagina {page}, onder “{section}”. Daar staat het antwoord op uw vraag niet.',
  understood: 'Uit uw vraag begrepen:',
  needed: 'Nog nodig: {questions}',
  toCheck: 'Ga na wat er geldt in de regelcheck',
};
