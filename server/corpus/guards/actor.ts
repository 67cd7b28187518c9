import type { Claim, Guard } from './claim.ts';
import { clausesOf, nearest, sentencesOf } from './clauses.ts';
import { cue, shown, someShow } from './cues.ts';

/** Who can do something, by any of their names in the sources, in plain Dutch and in English. */
interface Actor {
  name: string;
  dutch: RegExp;
  /** The same, for each time that it occurs. */
  everywhere: RegExp;
  english: RegExp;
}

const actor = (name: string, dutch: string, english: string): Actor => ({ name, dutch: cue(dutch), everywhere: new RegExp(cue(dutch), 'giu'), english: cue(english) });

const ACTORS: Actor[] = [
  actor('zorgverzekeraar', '~verzekeraar|~verzekeraars', 'insurer|insurers'),
  actor('zorgaanbieder', '~aanbieder|~aanbieders|zorgorganisatie~|zorginstelling~', 'provider|providers'),
  actor('zorgverlener', '~zorgverlener|~zorgverleners|~hulpverlener|~hulpverleners|~behandelaar|~behandelaars|~zorgprofessional~|professionals?|medewerker~', 'professionals|care professional|carers?|caregivers?'),
  actor('NZa', 'NZa|zorgautoriteit|Nederlandse Zorgautoriteit', 'NZa|Dutch Healthcare Authority'),
  actor('Zorginstituut', 'Zorginstituut~|ZiNL|ZIN', 'Zorginstituut|National Health Care Institute'),
  actor('minister', 'minister|ministers|bewindspersoon|VWS|ministerie~|staatssecretaris|ik|mij', 'minister|VWS|ministry'),
  actor('Kamer', 'Kamer~|Staten-Generaal|parlement', 'Parliament|House|Senate|chambers?'),
  actor('gemeente', '~gemeente|~gemeenten|~gemeentelijk~|wethouder~', 'municipalit~|municipal'),
  actor('zorgkantoor', 'zorgkantoor|zorgkantoren', 'care office|care offices'),
  actor('huisarts', '~huisarts~', 'GPs?|general practi~'),
  actor('medisch specialist', '~specialist|~specialisten|medisch-specialistisch~', 'specialists?'),
  actor('fysiotherapeut', 'fysiotherap~', 'physiotherapists?'),
  actor('psycholoog', '~psycholoog|~psychologen', 'psychologists?'),
  actor('psychiater', 'psychiater|psychiaters', 'psychiatrists?'),
  actor('verpleegkundige', '~verpleegkundige|~verpleegkundigen', 'nurses?'),
  actor('maatschappelijk werk', 'maatschappelijk werk~', 'social work~'),
  actor('patiënt', '~patiënt~|~patient~|~cliënt~|~verzekerde|~verzekerden|ervaringsdeskundige~', 'patients?|clients?|insured~'),
  actor('patiëntenorganisatie', 'patiëntenorganisatie~|patiënten vertegenwoordiging|patiëntenvertegenwoordiging|patiëntenvereniging~|cliëntvertegenwoordiging|cliëntenorganisatie~|burgervertegenwoordiging', 'patient organi~|patient representati~|patient associations?|client representati~'),
  actor('brancheorganisatie', '~brancheorganisatie~|~branchepartij~|werkgeversbranche~|beroepsvereniging~|wetenschappelijke vereniging~|WV’en', 'sector organi~|trade associations?|professional associations?'),
  actor('ZN', 'ZN|Zorgverzekeraars Nederland', 'ZN|Zorgverzekeraars Nederland'),
  actor('IGJ', 'IGJ|Inspectie~', 'IGJ|Inspectorate'),
  actor('ACM', 'ACM|Autoriteit Consument~', 'ACM'),
  actor('AP', 'Autoriteit Persoonsgegevens', 'Data Protection Authority'),
  actor('Belastingdienst', 'Belastingdienst', 'tax authorit~'),
  actor('FMS', 'FMS~|Federatie Medisch Specialisten', 'FMS|Federation of Medical Specialists'),
  actor('LHV', 'LHV|Landelijke Huisartsen Vereniging', 'LHV'),
  ...['Menzis', 'NALK', 'NFP', 'NVvP', 'NHG', 'Proscoop', 'Emovere', 'Kwaliteitsraad', 'Akwa', 'NIP', 'KNGF', 'VNG', 'NVZ', 'InEen', 'ActiZ', 'Zilveren Kruis', 'CZ', 'VGZ'].map((name) => actor(name, name, name)),
  actor('de Nederlandse ggz', 'dNLggz|de Nederlandse ggz', 'dNLggz|Nederlandse ggz'),
];

/** Who does or says something in a statement, does or says so in the sources. */
export const guardActor: Guard = ({ text, en, quotes, surroundings }) => [...unknownActors({ text, en, quotes, surroundings }), ...exchangedActors(text, quotes)];

/** Those whose duties and rights the sources divide; the others are mostly who it is about. */
const DOERS = ACTORS.filter(({ name }) => !['Kamer', 'patiënt', 'fysiotherapeut'].includes(name));

/** The nearest words speak of somebody else: the right actors may stand in another clause. */
function exchangedActors(text: string, quotes: readonly string[]): string[] {
  const clauses = quotes.flatMap(clausesOf);
  return sentencesOf(text).flatMap((sentence) => {
    const said = DOERS.filter(({ dutch }) => dutch.test(sentence));
    const [only] = said;
    if (!only || said.length > 1) return [];
    const about = nearest(sentence, clauses, { least: 3, share: 0.9 });
    const others = about.map((clause) => DOERS.find(({ dutch }) => dutch.test(clause)));
    if (about.length === 0 || someShow(about, only.dutch) || others.some((one) => one === undefined)) return [];
    return [`"${shown(sentence, only.dutch)}" staat in de tekst, "${shown(about[0] ?? '', others[0]?.dutch ?? /^$/u)}" in het citaat ("${about[0]}"); noem wie de bron noemt`];
  });
}

/** Those of them that a text names, in its order, each once, with how often. */
export function actorsIn(text: string): { name: string; at: number; times: number }[] {
  return DOERS.flatMap(({ name, dutch, everywhere }) => {
    const at = dutch.exec(text)?.index;
    return at === undefined ? [] : [{ name, at, times: [...text.matchAll(everywhere)].length }];
  }).sort((a, b) => a.at - b.at);
}

function unknownActors({ text, en, quotes, surroundings }: Pick<Claim, 'text' | 'en' | 'quotes' | 'surroundings'>): string[] {
  const proof = [...quotes, ...surroundings];
  return ACTORS.flatMap(({ name, dutch, english }) => {
    const faults: string[] = [];
    const said = shown(text, dutch);
    if (said !== undefined && !someShow(proof, dutch)) faults.push(`"${said}" komt in de citaten en hun koppen niet voor; noem wie de bron noemt`);
    const foreign = shown(en ?? '', english);
    if (foreign !== undefined && said === undefined && !someShow(proof, dutch)) faults.push(`"${foreign}" (${name}) in de Engelse tekst komt in de citaten niet voor; noem wie de bron noemt`);
    return faults;
  });
}
