import type { Guard } from './claim.ts';
import { clausesOf, nearest, sentencesOf } from './clauses.ts';
import { cue, shown, someShow } from './cues.ts';

/** Says that something is not so. */
export const NOT = cue('niet(?! alleen| slechts| uitsluitend)|geen|nooit|niemand|niets|nergens|noch|evenmin|zonder|geenszins|onmogelijk|niet-~|nicht');
export const NOT_EN = cue("not(?! only)|no(?! more than| later than| longer than)|never|none|nobody|nothing|without|cannot|~n['’]t|nor|neither|impossible");
/** Says so in other words. */
const LESS = 'uitgesloten|uitsluiten|uitgezonderd|uitzondering~|exclusief|ontbre~|gebrek~|tekort~|onvoldoende|onbekend|onduidelijk~|onvolledig|beperkt~|weinig|nog|te weinig|buiten|anders|apart|los van|voorkom~|vermijd~|tegengaan|tegen te gaan|alleen|slechts|uitsluitend|vrij~|pas|onzeker~|overstijg~|weggelaten|verwijderd|verdisconteerd|uiteen~|oneens|tenzij|mits';
const LESS_NL = cue(LESS);
/** Of those, the ones that can stand in the place of a denial. */
export const DENIES_OTHERWISE = cue('uitgesloten|uitsluiten|uitgezonderd|exclusief|ontbre~|gebrek~|onvoldoende|onbekend|onduidelijk~|voorkom~|vermijd~|tegengaan|tegen te gaan|verwijderd|los van|tenzij|weinig|liever|in plaats van');
const LESS_EN = cue('exclud~|exempt~|except~|lack~|unclear|unknown|insufficient~|limited|little|few|yet|only|outside|separate~|prevent~|avoid~|un~|in~|free~|other|otherwise|independent~|remov~|until|unless|missing|absence|still|beyond|disagree~|hardly|apart|too|differ~|against|nor|counter~|rather than|left out');

/** What a source may say where the text denies. */
const DENIES_IN_SOURCE = cue('uitgesloten|uitsluiten|uitgezonderd|exclusief|ontbre~|gebrek~|tekort~|onvoldoende|onbekend|onduidelijk~|voorkom~|vermijd~|tegengaan|tegen te gaan|verwijderd|alleen|slechts|uitsluitend|overstijg~|onzeker~|verdisconteerd|tenzij|vrij tarief|beperkt~');

/** A quote of one short clause says one thing: if it denies, so must the text. */
const BLUNT_WORDS = 20;

/** What the sources deny is denied, and nothing else is. */
export const guardNegation: Guard = ({ text, en, quotes }) => {
  const clauses = quotes.flatMap(clausesOf);
  const faults: string[] = [];
  const deniedElsewhere = new Set(
    sentencesOf(text)
      .filter((sentence) => NOT.test(sentence))
      .flatMap((sentence) => nearest(sentence, clauses, { share: 0.5 })),
  );
  for (const sentence of sentencesOf(text)) {
    const denial = shown(sentence, NOT);
    if (denial !== undefined) {
      const about = nearest(sentence, quotes, { share: 0.4 });
      if (!someShow(about.length > 0 ? about : quotes, NOT) && !someShow(about.length > 0 ? about : quotes, DENIES_IN_SOURCE)) {
        faults.push(`de tekst zegt "${denial}", de citaten ontkennen niets; verbeter de tekst of voeg het citaat toe dat dit zegt`);
      }
    } else if (!DENIES_OTHERWISE.test(sentence)) {
      const about = nearest(sentence, clauses, { least: 2 }).filter((clause) => !deniedElsewhere.has(clause));
      const denied = about.length > 0 && about.every((clause) => NOT.test(clause)) ? about[0] : undefined;
      if (denied !== undefined) faults.push(`het citaat zegt "${shown(denied, NOT)}" ("${denied}"), de tekst niet; neem de ontkenning over`);
    }
  }
  const blunt = quotes.find((quote) => NOT.test(quote) && quote.split(' ').length <= BLUNT_WORDS && clausesOf(quote).length === 1);
  if (blunt !== undefined && faults.length === 0 && !NOT.test(text) && !DENIES_OTHERWISE.test(text)) {
    faults.push(`het citaat zegt "${shown(blunt, NOT)}" ("${blunt}"), de tekst niet; neem de ontkenning over`);
  }
  if (en === undefined) return faults;
  if (NOT.test(text) && !NOT_EN.test(en) && !LESS_EN.test(en)) faults.push('de Nederlandse tekst ontkent iets, de Engelse niet; maak ze gelijk');
  if (NOT_EN.test(en) && !NOT.test(text) && !LESS_NL.test(text)) faults.push('de Engelse tekst ontkent iets, de Nederlandse niet; maak ze gelijk');
  return faults;
};
