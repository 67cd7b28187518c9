/** What an answer says in our own words, around the words of the sources; `{name}` marks a place to fill. */
export const answerWords = {
  first: 'Volgens {source}:',
  next: 'En volgens {source}:',
  again: 'Daar staat ook:',
  further: 'Verder volgens {source}:',
  gap: 'Over dit deel van uw vraag zeggen de bronnen niets: “{part}”',
  notInSources: 'Dat staat niet in de bronnen.',
  whereToTurn: 'Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.',
  nearest: 'Het dichtst in de buurt komt {source}, pagina {page}. Daar staat het antwoord op uw vraag niet.',
  nearestSection: 'Het dichtst in de buurt komt {source}, pagina {page}, onder “{section}”. Daar staat het antwoord op uw vraag niet.',
  understood: 'Uit uw vraag begrepen:',
  needed: 'Nog nodig: {questions}',
  toCheck: 'Ga na wat er geldt in de regelcheck',
};

/** What a reader must mind. These stand under the heading "Let op", so none begins with it. */
export const noticeWords = {
  intention: 'Een bron spreekt hier van een voornemen of voorstel. Dat is nog geen besluit.',
  cameInPlace: 'In de plaats kwam {successor}.',
  comesInPlace: 'In de plaats komt {successor}.',
  age: 'Deze bron is van {date}. Ga na of er daarna iets is veranderd.',
  ageOfSeveral: 'De nieuwste bron hierbij is van {date}. Ga na of er daarna iets is veranderd.',
  busy: 'Het is druk. Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.',
  'model-failed': 'Het taalmodel is nu niet bereikbaar. Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.',
};
