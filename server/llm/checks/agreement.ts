import { actorsIn } from '../../corpus/guards/actor.ts';
import { nearest, unit } from '../../corpus/guards/clauses.ts';
import { cue } from '../../corpus/guards/cues.ts';
import { DENIES_OTHERWISE, NOT } from '../../corpus/guards/negation.ts';
import { terms } from '../../text/words.ts';
import type { Proof } from './proof.ts';

/** The sentences that say nearly the same as a sentence, and those with further words of it. */
export function nearestTo(text: string, { references }: Proof): string[] {
  const near = nearest(text, references, { share: 0.8 });
  if (near.length === 0) return [...references];
  const left = new Set(terms(text).filter((word) => !near.some((one) => unit(one).stems.has(word))));
  const rest = references.filter((one) => !near.includes(one) && [...unit(one).stems].some((word) => left.has(word)));
  return [...near, ...rest];
}

const denies = (text: string): boolean => NOT.test(text) || DENIES_OTHERWISE.test(text);
const denials = (text: string): number => countOf(NOT, text) + countOf(DENIES_OTHERWISE, text);

/** Denies what the nearest sentence does not, affirms what it denies, or denies another part of it. */
export function changesDenial(text: string, about: readonly string[]): boolean {
  if (about.every((one) => NOT.test(one)) && !denies(text)) return true;
  if (NOT.test(text) && !about.some(denies)) return true;
  // Two denials or one make another sentence, where all of it is said again; a sentence may also put two together.
  const again = about.filter((one) => covers(text, one));
  if (again.length === 0) return false;
  const together = about.filter((one) => covers(text, one, 0.6)).reduce((sum, one) => sum + denials(one), 0);
  return ![...again.map(denials), together].includes(denials(text));
}

const everywhere = new WeakMap<RegExp, RegExp>();

/** How often. */
export function countOf(pattern: RegExp, text: string): number {
  let all = everywhere.get(pattern);
  if (!all) everywhere.set(pattern, (all = new RegExp(pattern.source, 'giu')));
  return [...text.matchAll(all)].length;
}

/** Most of the words of `other` are in `text`. */
export function covers(text: string, other: string, share = 0.8): boolean {
  const said = unit(text).stems;
  const words = [...unit(other).stems];
  return words.length > 0 && words.filter((word) => said.has(word)).length >= share * words.length;
}

const DUTY = cue('moet|moeten|moest|moesten|dient|dienen|verplicht~|hoort te|horen te|vereist~|plicht');
const OBLIGED = cue('moet|moeten|moest|moesten|dient|dienen|verplicht~|vereist~|plicht|van belang|noodzakelijk~|nodig|behoeft|zullen|zal|alleen|voorwaarde~');
const FREE = cue('mag|mogen|mocht|mochten|kan|kunnen|kunt|kon|konden|mogelijk|mogelijkheid');
const ALLOWED = cue('mag|mogen|mocht|mochten|kan|kunnen|kunt|kon|konden|mogelijk~|~mogelijkheid|~mogelijkheden|denkbaar|zou|zouden|biedt|ruimte|voor de hand|via');
const ONLY = cue('alleen|slechts|uitsluitend|pas');
const NEED_NOT = cue('hoef|hoeft|hoeven|hoefde|hoefden');
const NEED_NOT_SAID = cue('hoe[fv]~|niet nodig|geen ~');

/** Obliges what the nearest sentence leaves free, or the other way round. */
export function changesModality(text: string, about: readonly string[]): boolean {
  const someOf = (pattern: RegExp): boolean => about.some((one) => pattern.test(one));
  const allOf = (pattern: RegExp): boolean => about.every((one) => pattern.test(one));
  if (DUTY.test(text) && !someOf(OBLIGED)) return true;
  if (DUTY.test(text) && !FREE.test(text) && allOf(FREE) && !someOf(DUTY)) return true;
  if (NEED_NOT.test(text) && !someOf(NEED_NOT_SAID)) return true;
  const again = about.filter((one) => covers(text, one));
  if (again.length > 0 && again.every((one) => countOf(DUTY, one) < countOf(DUTY, text) && countOf(FREE, one) > countOf(FREE, text))) return true;
  if (!FREE.test(text)) return false;
  if (!someOf(ALLOWED)) return true;
  return !DUTY.test(text) && !NOT.test(text) && !ONLY.test(text) && allOf(DUTY);
}

/** What receives instead of doing: then who stands first is another. */
const RECEIVES = cue('krijg~|kreeg|kregen|ontvang~|ontving~|worden|wordt|werd|werden|is|zijn|opdracht aan|advies van');
/** Who is spoken with, about or through does nothing in this sentence. */
const BESIDE = /(?:\b(?:aan|van|voor|met|via|bij|tussen|naar|over|rond|uit|onder|volgens|namens|dat|als)\s+(?:(?:de|het|een|hun|zijn|haar|uw|alle|elke|betrokken|individuele|aangesloten)\s+){0,3})$/iu;

/** Names somebody whom what is proven does not name, or puts another in the place of who does it. */
export function changesActor(text: string, about: readonly string[], { statements, quotes }: Proof): boolean {
  const named = (statements.length > 0 ? statements : quotes).flatMap((one) => actorsIn(one).map(({ name }) => name));
  if (actorsIn(text).some(({ name }) => !named.includes(name))) return true;
  if (TWICE.test(text) || putsTwice(text, about)) return true;
  const said = doersOf(text);
  if (said.length === 0 || RECEIVES.test(text) !== about.some((one) => RECEIVES.test(one))) return false;
  const theirs = about.flatMap(firstDoersOf);
  return theirs.length > 0 && !theirs.includes(said[0]!);
}

/** "zorgverzekeraars en zorgverzekeraars" */
const TWICE = /(?<!\p{L})(\p{L}{5,})\s+(?:en|of|en\/of|aan|met|samen met|van|voor|via)\s+(?:(?:de|het|een)\s+)?\1(?!\p{L})/iu;

/** Names one more often than what it says again does, and another who stands there not at all. */
function putsTwice(text: string, about: readonly string[]): boolean {
  const here = actorsIn(text);
  return about.some((one) => {
    const there = actorsIn(one);
    return covers(text, one) && there.some(({ name }) => !here.some((other) => other.name === name)) && here.some(({ name, times }) => times > (there.find((other) => other.name === name)?.times ?? 0));
  });
}

/** In the order of the sentence; who comes after "door" goes first. */
function doersOf(text: string): string[] {
  const doers = actorsIn(text).filter(({ at }) => !BESIDE.test(text.slice(0, at)));
  const agent = doers.find(({ at }) => /\bdoor\s+(?:(?:de|het|een|betrokken)\s+){0,2}$/iu.test(text.slice(0, at)));
  return (agent ? [agent, ...doers.filter((one) => one !== agent)] : doers).map(({ name }) => name);
}

/** The first, and those that it is joined with: "zorgverzekeraars en zorgaanbieders". */
function firstDoersOf(text: string): string[] {
  const all = actorsIn(text);
  const [first, ...others] = doersOf(text);
  let end = all.find(({ name }) => name === first);
  const joined = first === undefined ? [] : [first];
  for (const name of others) {
    const next = all.find((one) => one.name === name);
    if (!end || !next || !/^\S*(?:\s+(?:en|en\/of|of)\s+|,\s*)(?:(?:de|het|een)\s+)?$/iu.test(text.slice(end.at, next.at))) break;
    joined.push(name);
    end = next;
  }
  return joined;
}

const EXCEPTION = cue('tenzij|mits|behalve|uitgezonderd|met uitzondering van|voor zover|alleen als|alleen dan|alleen voor|alleen die|slechts');
const KEEPS = cue('tenzij|mits|behalve|uitgezonderd|uitzondering~|voor zover|alleen|slechts|uitsluitend|pas|als|wanneer|zonder|niet|geen|moet|moeten|dient|dienen|die daadwerkelijk|met een|met');

/** Leaves out the condition or exception that the nearest sentence has. */
export const losesException = (text: string, about: readonly string[]): boolean => about.every((one) => EXCEPTION.test(one)) && !KEEPS.test(text);
