import type { Guard } from './claim.ts';
import { clausesOf, nearest, sentencesOf } from './clauses.ts';
import { cue, shown, someShow } from './cues.ts';
import { NOT } from './negation.ts';

interface Modality {
  name: string;
  dutch: RegExp;
  /** What a source may say for it. */
  support: RegExp;
  english: RegExp;
}

const DUTY = 'moet|moeten|moest|moesten|dient|(?<!in te )dienen|diende|dienden|(?<!niet )verplicht~|~verplichting~|(?<!niet )vereist~|~vereiste|eis|eisen|(?<!niet )nodig|noodzakelijk~|voorwaarde~|~voorwaarden|hoort|horen|behoort|behoren|voorschrift~|is te|zijn te|opdracht~|alleen|slechts|voor zover|vergt|vergen';
const CHANCE = 'kunt|mag|mogen|mocht|mochten|kan|kunnen|kon|konden|mogelijk~|~mogelijkheid|~mogelijkheden|toegestaan|ruimte|in staat|bevoegd~|vrij|vrije|gelegenheid|optie~|~opties|voor de hand|declarabel|eventu~|haalbaar|vergoedbaar|bruikbaar|keuze';

const MODALITIES: Modality[] = [
  {
    name: 'plicht',
    dutch: cue('moet|moeten|moest|moesten|verplicht|verplichte'),
    support: cue(DUTY),
    english: cue("must|have to|has to|had to|having to|needs? to|needed|required?|requires|obliged|obligat~|mandatory|compulsory|necessary|should|supposed to|were to|was to|is to|are to|may only|can only|binding|condition~|meant to|essential"),
  },
  {
    name: 'mogelijkheid',
    dutch: cue('mag|mogen|kan|kunnen|kunt|kon|konden|mocht|mochten'),
    support: cue(CHANCE),
    english: cue('may|might|can|could|cannot|possible|possibl~|possibilit~|able|allow~|option~|permit~|enable~|room|let~|~able|how to'),
  },
  {
    name: 'geen plicht',
    dutch: cue('hoef|hoeft|hoeven|hoefde|hoefden'),
    support: cue('hoe[fv]~|behoe[fv]en|niet nodig|geen noodza~|niet noodzakelijk|niet verplicht|geen ~|niet vereist|nog geen'),
    english: cue("not all [\\w ()]+ need to|not have to|n['’]t have to|need not|not need~|no need|not required|not necessary|no longer|no obligation|without|not be"),
  },
];

const ALLOWS = cue('mag|mogen|kan|kunnen');
const OBLIGES = cue('moet|moeten');
const MAY_NOT = cue('mag niet|mogen niet|mag geen|mogen geen');
const NEED_NOT = cue('hoe[fv]~|behoe[fv]en|niet nodig|niet verplicht|niet vereist');
const FORBIDS = cue('mag|mogen|kan|kunnen|moet|moeten|dient|dienen|uitgesloten|verboden|voor zover|alleen|slechts|uitsluitend|voorkom~|declarabel|zullen|zal');
const MUST = cue('moet|moeten|dient|dienen|verplicht~|vereist');
const FIRM = cue('moet|moeten|dient|(?<!in te )dienen|(?<!niet )verplicht~|(?<!niet )vereist~|eist|eis|eisen|noodzak~|(?<!niet )nodig|voorwaarde~|zullen|zal|opdracht~|vergt|behoort|behoren|hoort|voor zover');
const SOFT = cue(CHANCE);

/** What must be done, may be done or need not be done is told as the sources do. */
export const guardModality: Guard = ({ text, en, quotes }) => {
  const faults: string[] = [];
  for (const { name, dutch, support, english } of MODALITIES) {
    const said = shown(text, dutch);
    if (said !== undefined && !someShow(quotes, support)) faults.push(`"${said}" (${name}) zegt geen van de citaten; gebruik de woorden van de bron`);
    if (said !== undefined && en !== undefined && !english.test(en)) faults.push(`"${said}" (${name}) mist in de Engelse tekst; maak ze gelijk`);
  }
  for (const sentence of sentencesOf(text)) {
    const about = nearest(sentence, quotes.flatMap(clausesOf), { least: 2, share: 0.9 });
    const forbidden = shown(sentence, MAY_NOT);
    if (forbidden !== undefined && about.length > 0 && about.every((one) => !FORBIDS.test(one))) {
      faults.push(`"${forbidden}" verbiedt iets, het citaat niet ("${about[0]}"); gebruik de woorden van de bron`);
    }
    if (forbidden !== undefined && someShow(quotes, NEED_NOT) && !someShow(quotes, ALLOWS)) {
      faults.push(`"${forbidden}" verbiedt iets, het citaat zegt dat het niet hoeft; gebruik de woorden van de bron`);
    }
    // The nearest words oblige, the text only allows, or the other way round.
    if (about.length === 0) continue;
    const allowed = shown(sentence, ALLOWS);
    if (allowed !== undefined && !NOT.test(sentence) && !MUST.test(sentence) && about.every((one) => MUST.test(one) && !SOFT.test(one))) {
      faults.push(`"${allowed}" laat vrij wat het citaat verplicht ("${about[0]}"); gebruik de woorden van de bron`);
    }
    const obliged = shown(sentence, OBLIGES);
    if (obliged !== undefined && about.every((one) => SOFT.test(one) && !FIRM.test(one))) {
      faults.push(`"${obliged}" verplicht wat het citaat vrij laat ("${about[0]}"); gebruik de woorden van de bron`);
    }
  }
  return faults;
};
