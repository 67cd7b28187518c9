import { cue } from '../../corpus/guards/cues.ts';
import { OPPOSITES } from '../../corpus/guards/scope.ts';
import { isStopWord, stem, terms, words } from '../../text/words.ts';
import { countOf, covers } from './agreement.ts';
import type { Proof } from './proof.ts';

const HEDGES = cue('eventue~|evt|wellicht|misschien|mogelijk|mogelijkerwijs|bij voorkeur|in beginsel|in principe|voorstel~|voornemen~|zou|zouden|denkbaar|was het plan|waar nodig|zo nodig');
const KEEPS_HEDGE = cue('eventue~|evt|wellicht|misschien|mogelijk~|bij voorkeur|in beginsel|in principe|~voorstel~|voornemen~|van plan|zou|zouden|denkbaar|plan|kan|kunnen|kunt|kon|konden|lijkt|waar nodig|zo nodig|nog');

/** Of those, the ones that no other verb can say. */
const RESERVES = cue('eventue~|evt|wellicht|misschien|(?<!niet )mogelijk|mogelijkerwijs|bij voorkeur|in beginsel|in principe|waar nodig|zo nodig|voorstel~|voornemen~');

/** Firmly says words that the proof has only where it hedges. */
export function losesHedge(text: string, { references }: Proof): boolean {
  if (references.some((one) => covers(text, one) && countOf(RESERVES, one) > countOf(RESERVES, text))) return true;
  if (KEEPS_HEDGE.test(text)) return false;
  const firm = new Set(references.filter((one) => !HEDGES.test(one)).flatMap(terms));
  const hedged = new Set(references.filter((one) => HEDGES.test(one)).flatMap(terms));
  const said = new Set(terms(text));
  // A word or two are in both kinds of sentence by chance; the subject is in all.
  const only = [...said].filter((word) => hedged.has(word) && !firm.has(word));
  return only.length > 0 && (firm.size === 0 || only.length >= [...said].filter((word) => firm.has(word)).length || only.some((word) => word.length > 12));
}

/** Words that widen or narrow, and what alone may stand for them in what is proven. */
const STRICT: readonly (readonly [said: RegExp, proven: RegExp])[] = [
  [cue('(?<!niet )alleen|uitsluitend|slechts|enkel'), cue('alleen|uitsluitend|slechts|enkel|pas|mits|voor zover|tenzij|enige|exclusief|beperkt~|niet anders')],
  [cue('altijd|steeds|telkens|hoe dan ook'), cue('altijd|steeds|telkens|hoe dan ook|te allen tijde|structureel|in alle gevallen|elk moment|voortdurend')],
];

/** Groups of words that exclude each other. */
const QUANTIFIERS: readonly (readonly RegExp[])[] = [
  [cue('alle|elke|iedere|altijd|iedereen|allemaal|volledig~|in alle gevallen'), cue('sommige|sommigen|enkele|soms|deels|een deel|gemiddeld~|niet alle')],
  [cue('evenveel|even veel|gelijke'), cue('meer|minder')],
  [cue('veel'), cue('weinig')],
  [cue('maximaal|hoogstens|ten hoogste|uiterlijk'), cue('minimaal|minstens|ten minste|tenminste')],
  [cue('verbeter~'), cue('verslechter~')],
];
/** How often, in what measure of time: each must be in the proof. */
const MEASURES = ['jaar|jaarlijks~|jaren', 'maand~', 'kwartaal|kwartalen', 'week|weken|wekelijks~', 'dag|dagen|dagelijks~', 'uur|uren', 'minuten|minuut|kwartier~'].map(cue);

/** Puts another quantity, measure or opposite in the place of what the proof says. */
export function changesExtent(text: string, about: readonly string[], { quotes, statements, surroundings }: Proof): boolean {
  const proof = [...quotes, ...statements];
  if (MEASURES.some((measure) => measure.test(text) && ![...proof, ...surroundings].some((one) => measure.test(one)))) return true;
  if (STRICT.some(([said, proven]) => said.test(text) && (!proof.some((one) => proven.test(one)) || about.every((one) => covers(text, one) && countOf(said, one) < countOf(said, text) && countOf(proven, one) < countOf(said, text))))) return true;
  const someOf = (pattern: RegExp): boolean => about.some((one) => pattern.test(one));
  if (QUANTIFIERS.some((group) => group.some((one) => one.test(text) && !someOf(one) && group.some((other) => other !== one && someOf(other) && !other.test(text))))) return true;
  return OPPOSED.some(([one, other]) => turnsRound(text, one, other, proof) || turnsRound(text, other, one, proof));
}

const withWord = (cues: string): RegExp => new RegExp(`(?:${cue(cues).source})\\s+(\\p{L}+)`, 'giu');
const OPPOSED = OPPOSITES.map(([one, other]) => [withWord(one), withWord(other)] as const);

/** "directe tijd" where the proof speaks of "indirecte tijd" and never of the other. */
function turnsRound(text: string, one: RegExp, other: RegExp, proof: readonly string[]): boolean {
  const follow = followersOf(text, one);
  if (follow.length === 0) return false;
  const said = proof.flatMap((each) => followersOf(each, one));
  const opposite = proof.flatMap((each) => followersOf(each, other));
  return follow.some((word) => opposite.includes(word) && !said.includes(word));
}

/** The words right after a cue. */
function followersOf(text: string, cueWithWord: RegExp): string[] {
  return [...text.matchAll(cueWithWord)].map((match) => stem((match.at(-1) ?? '').toLowerCase()));
}

/** "segment 2" where the proof speaks of "segment 3". */
export function renumbers(text: string, { quotes, statements }: Proof): boolean {
  const proof = [...quotes, ...statements];
  return numbered(text).some(([word, number]) => {
    const same = proof.flatMap(numbered).filter(([other]) => other === word);
    return same.length > 0 && !same.some(([, known]) => known === number);
  });
}

/** Each number with the word that it belongs to: "segment 3", "najaar van 2024". Months are read as parts of dates. */
const numbered = (text: string): [word: string, number: string][] => {
  const all = words(text).map(({ word }) => word);
  return all.flatMap((word, i): [string, string][] => {
    const before = all[i - 1] === 'van' ? all[i - 2] : all[i - 1];
    return /^\d+$/.test(word) && before !== undefined && /^\p{L}{3,}$/u.test(before) && !isStopWord(before) && !MONTHS.test(before) ? [[before, word]] : [];
  });
};
const MONTHS = /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/;
