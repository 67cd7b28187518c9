import type { CounterQuestion, FactValue } from '../contract.ts';
import { fold, isStopWord, words } from '../text/words.ts';
import { UNKNOWN } from './counter-question.ts';

/** Longer is more than a reply, unless it says no more than a choice does. */
const MOST_WORDS = 12;
const YES = /^(?:ja(?:zeker|wel|hoor)?|jep|yes|yep|klopt|inderdaad|zeker|correct)\b/;
const NO = /^(?:nee(?:n|hoor)?|nope|no|not|niet|nog niet|klopt niet)\b/;
const UNSURE = /^(?:(?:dat )?weet (?:ik|wij|we)(?: nog| echt| het| dat)* niet|weet niet|geen idee|onbekend|niet zeker|weten (?:we|wij)(?: nog| het| dat)* niet|(?:i )?do ?n[o']?t know|no idea|not sure|\?+$)/;
/** Somebody who asks on gives no answer. */
const ASKS_ON = /\b(?:wat|wie|waar|waarom|wanneer|welke?|hoe|hoeveel|what|why|how|who)\b.*\?|\?\s*\S/;

/**
 * A typed reply to a counter-question: the value of the choice it names, `weet-niet`, or nothing where it fits none.
 * @param told facts that the reply states by itself
 */
export function readReply({ factId, choices }: CounterQuestion, reply: string, told: Readonly<Record<string, FactValue>> = {}): string | undefined {
  const text = fold(reply).trim();
  const said = words(reply).map(({ word }) => word);
  const known = choices.filter(({ value }) => value !== UNKNOWN);
  const whole = choices.find(({ value, label }) => text === fold(value) || same(label, said));
  if (whole) return whole.value;
  if (told[factId] !== undefined) return String(told[factId]);
  if (ASKS_ON.test(text) || said.length > MOST_WORDS) return undefined;
  if (UNSURE.test(text)) return UNKNOWN;
  const named = nameIn(known, said);
  if (named !== undefined) return named;
  const [yes, no] = [known.find(({ value }) => value === 'true' || value === 'ja'), known.find(({ value }) => value === 'false' || value === 'nee' || value === 'niet-alles')];
  // "Klopt niet" begins as a yes.
  if (no && NO.test(text)) return no.value;
  if (yes && YES.test(text)) return /\bniet alles\b|\bbehalve\b|\bklopt niet\b|\bnot all\b|\bexcept\b/.test(text) ? no?.value : yes.value;
  return undefined;
}

/** The one choice of which a word is named that no other choice has: "Zvw", "een groep", "wmo". */
function nameIn(choices: readonly { value: string; label: string }[], said: readonly string[]): string | undefined {
  const names = choices.map(({ value, label }) => ({ value, words: new Set([...wordsOf(value), ...wordsOf(label)]) }));
  const informative = said.filter((word) => !isStopWord(word) || names.some(({ value }) => value === word));
  const own = names.filter(({ value, words: mine }) => informative.some((word) => word === value || (mine.has(word) && !names.some((other) => other.value !== value && other.words.has(word)))));
  const [only, ...others] = own;
  return only !== undefined && others.length === 0 && !isYesNo(only.value) ? only.value : undefined;
}

/** Those are read by how the reply begins. */
const isYesNo = (value: string): boolean => ['true', 'false', 'ja', 'nee', 'niet-alles'].includes(value);

const wordsOf = (text: string): string[] => words(text).flatMap(({ word }) => [word, ...word.split('-')]).filter((word) => !isStopWord(word));

const same = (label: string, said: readonly string[]): boolean => words(label).map(({ word }) => word).join(' ') === said.join(' ');
