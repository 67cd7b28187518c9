const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a surname. */
export const titles = set('mevrouw mevr mw meneer mijnheer dhr heer hr mevrouwtje mej mejuffrouw juffrouw mr mrs ms miss zuster');

/** Whoever the care is for. After one of these a word with a capital is a name, unless it is a known term. */
export const patientWords = set('patient patiente pt pte pat client cliente bewoner bewoonster verzekerde casus zorgvrager deelnemer deelneemster');

/** Before a name, but before other words with a capital too: only a known name counts. */
export const subjectWords = set(`
  betreft inzake dossier verwijsbrief verwijzing familie fam gezin echtpaar bespreken bespreking besproken naam kind baby aangemeld aanmelden zorgplan
  indicatie clientnaam patientnaam jongen meisje overdracht`);

/** Relatives and acquaintances, who are talked about by their given name. */
export const relativeWords = set(`
  moeder vader oma opa man vrouw zoon dochter broer zus zusje broertje tante oom ome partner echtgenoot echtgenote buurvrouw buurman kleinzoon
  kleindochter neef nicht schoonmoeder schoonvader schoonzus vriend vriendin mama papa kind baby kindje mantelzorger`);

/** Around a number or a date: somebody is talked about. */
export const personContext: ReadonlySet<string> = new Set([
  ...titles, ...patientWords, ...relativeWords,
  ...set('hij zij haar zijn jongen meisje dame persoon pgb-houder zijn hem geboren geb thuiswonend thuiswonende burger cliënten mijn'),
]);
