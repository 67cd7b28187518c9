import { fold, isEnglishStopWord, isStopWord, stem, words } from '../../server/text/words.ts';

/** Words that turn a claim round. */
const NEGATION = /\b(?:niet|geen|geenszins|nooit|nergens|niemand|niets|noch|zonder|nee|ontbreekt|ontbreken|not|no|none|never|without|cannot|nor)\b|n['’]t\b/gi;

/** Whoever acts, pays or is paid: each group of names is one party. */
const ACTORS: Record<string, RegExp> = {
  gemeente: /\b(?:gemeenten?|gemeentelijke?|municipalit(?:y|ies)|municipal)\b/i,
  verzekeraar: /verzekeraars?\b|\b(?:insurers?|zn|menzis|vgz|zilveren kruis|inkopers?)\b/i,
  zorgkantoor: /\bzorgkanto(?:or|ren)\b/i,
  minister: /\b(?:ministers?|ministerie|vws|kabinet|ministry|bewindspersonen|regering)\b/i,
  nza: /\b(?:nza|nederlandse zorgautoriteit|zorgautoriteit)\b/i,
  zorginstituut: /\bzorginstituut\b/i,
  verzekerde: /\b(?:verzekerden?|patiënt(?:en)?|patient(?:en|s)?|cliënt(?:en)?|insured|clients?)\b|\w*patiënt(?:en)?(?:groep)?/i,
  huisarts: /huisarts(?:en|enzorg)?|\b(?:gps?|general practitioners?)\b/i,
  specialist: /\b(?:medisch specialist(?:en|ische)?|specialist(?:en|s)?|psychiaters?)\b/i,
  fysiotherapeut: /fysio(?:therapeut(?:en)?|therapie)?|\bphysio(?:therapists?|therapy)?\b/i,
  psycholoog: /\b(?:psycholo(?:og|gen)|psychologists?)\b/i,
  werkgever: /werkgevers?|\bemployers?\b/i,
  rechter: /\b(?:rechters?|rechtbank|courts?)\b/i,
};

const MUST = /\b(?:moet|moeten|moest|verplicht(?:e)?|dient|dienen|must|required|obliged)\b/i;
const BINDS = /\b(?:moet|moeten|moest|verplicht\w*|dient|dienen|diende|zal|zullen|vereist\w*|vereisten?|nodig|noodzakelijk\w*|voorwaarde\w*|alleen|slechts|uitsluitend|uiterlijk|ten minste|tenminste|minimaal|mits|eis\w*|behoeft|behoeven|hoort|horen|opdracht|verzoek\w*|randvoorwaarde\w*|verantwoord\w*|draagt|dragen|mag|mogen|kan|kunnen|is|zijn|wordt|worden)\b|\w*(?:vereiste|voorwaarden?)\b/i;
const PLANNED = /\b(?:voornemen\w*|voorgenomen|voorstel\w*|beoog\w*|plan|plannen|zou|zouden|wil|willen|gaat|gaan|zal|zullen|verwacht\w*|streef\w*|wetsvoorstel|nog niet|intentie|concept|geopperd|mogelijk|intend\w*|proposal|proposed|would|planned|expected)\b/i;
const DECIDED = /\b(?:is|zijn|was|werd|werden) (?:\w+ ){0,3}(?:ingevoerd|ingegaan|vastgesteld|besloten|definitief|afgeschaft|vervangen)\b|\bgeldt (?:sinds|vanaf|al)\b|\bbestaat al\b/i;
const CERTAIN = /\b(?:altijd|automatisch|iedereen|nooit|volledig|gegarandeerd|onbeperkt|alle kosten|always|automatically|everyone|never)\b/gi;

export const negations = (text: string): number => text.match(NEGATION)?.length ?? 0;

/** Parties that a text names. */
export const actorsIn = (text: string): string[] => Object.keys(ACTORS).filter((actor) => ACTORS[actor]!.test(text));

/** "moet" where nothing that is quoted binds; "is ingevoerd" where all that is quoted is a plan; "altijd" that nobody says. */
export function modalityFault(claim: string, support: string): string | undefined {
  const must = MUST.exec(claim);
  if (must && negations(claim) === 0 && !BINDS.test(support)) return must[0];
  const decided = DECIDED.exec(claim);
  if (decided && !PLANNED.test(claim) && PLANNED.test(support) && !DECIDED.test(support)) return decided[0];
  const has = new Set((support.match(CERTAIN) ?? []).map((word) => word.toLowerCase()));
  return (claim.match(CERTAIN) ?? []).find((word) => !has.has(word.toLowerCase()) && negations(claim) === 0);
}

/** Names as written: abbreviations anywhere (NZa, dNLggz, O&I), and words with a capital inside a sentence. */
export function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+(?:[&’'-][\p{L}\p{N}]+)*/gu)]
    .filter(({ 0: word, index }) => /\p{Lu}.*\p{Lu}/u.test(word) || (index > 0 && /^\p{Lu}\p{L}{2,}/u.test(word) && !/[.!?:“"‘]\s*$/u.test(sentence.slice(0, index))))
    .map(([word]) => word);
}

/** Informative stems, cut to their first letters so that "declareren" meets "declaratie"; Dutch and English function words left out. */
export const contentStems = (text: string): string[] => [
  ...new Set(
    words(text)
      .filter(({ word }) => word.length > 3 && !isStopWord(word) && !isEnglishStopWord(word) && !/^\d/.test(word))
      .map(({ word }) => stem(word).slice(0, 6)),
  ),
];

export const folded = (text: string): string => fold(text);
