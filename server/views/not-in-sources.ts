/** Where to turn when the sources do not answer. Constants of their own: tests, the evaluation and clients recognise them. */
export const NOT_IN_SOURCES = 'Een antwoord hierop vind ik niet in de bronnen.';
export const WHERE_TO_TURN =
  'Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.';
