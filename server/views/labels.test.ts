import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerWords } from './answer-words.ts';
import { readKinds } from '../corpus/kinds.ts';
import { labelGroups } from './labels.ts';
import { lookupWords } from './lookup-words.ts';
import { planWords } from './plan-words.ts';
import { siteOwners } from './site-owners.ts';
import { accessibilityStatement, privacyStatement } from './site-statements.ts';

/** All texts in a nest of labels. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What readers see of `corpus/kinds.yaml`. */
const kinds = readKinds(readFileSync('corpus/kinds.yaml', 'utf8')).map(({ name, meaning, notice, kinds }) => [name, meaning, notice, kinds.map((kind) => kind.name)]);
const groups = { ...labelGroups, kinds, answerWords: answerWords.nl, lookupWords, planWords, accessibilityStatement, privacyStatement, siteOwners };
const all = Object.entries(groups).flatMap(([group, labels]) => textsIn(labels).map((text) => ({ group, text })));

const sentences = (text: string): string[] =>
  text.replace(/\{\w+\}/g, 'x').split(/(?<=[.?!:…])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [];

/** Words that B1 readers stumble over, with what to write instead (after the government's own list "Moeilijke woorden"). */
const hardWords = [
  'aangaande', 'additioneel', 'adequaat', 'alsmede', 'alvorens', 'betreffende', 'conform', 'derhalve', 'desgewenst', 'dient te', 'dienen te', 'doch', 'echter',
  'faciliteren', 'geenszins', 'gelieve', 'hieromtrent', 'hiertoe', 'ingevolge', 'inzake', 'jegens', 'krachtens', 'middels', 'mits', 'momenteel', 'nader', 'namelijk',
  'niettemin', 'omtrent', 'onderhavig', 'opteren', 'realiseren', 'reeds', 'respectievelijk', 'separaat', 'teneinde', 'tevens', 'thans', 'uitsluitend', 'verstrekken',
  'voornemens', 'voorts', 'wederom', 'zodoende', 'zulks', 'implementeren', 'generiek', 'initiëren', 'valideren', 'submit', 'disclaimer', 'userinterface',
];

describe('labels', () => {
  it.each(Object.entries(groups))('%s: sentences of 15 words on average at most', (_group, labels) => {
    const lengths = textsIn(labels).flatMap(sentences).map((sentence) => words(sentence).length);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(15);
  });

  it('no sentence is longer than 20 words', () => {
    const long = all.flatMap(({ group, text }) => sentences(text).filter((sentence) => words(sentence).length > 20).map((sentence) => `${group}: ${sentence}`));
    // A list of tested states is a list, not a sentence to follow.
    expect(long.filter((sentence) => !sentence.includes('Leeg, bezig'))).toEqual([]);
  });

  it('no hard words', () => {
    const found = all.filter(({ text }) => hardWords.some((word) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(text)));
    expect(found).toEqual([]);
  });

  it('says u, not je or jij', () => {
    expect(all.filter(({ text }) => /\b(je|jij|jouw|jullie)\b/i.test(text))).toEqual([]);
  });

  it('uses Dutch quotation marks and apostrophes', () => {
    expect(all.filter(({ text }) => /["'`]/.test(text))).toEqual([]);
  });

  it('has no double spaces, and none at the ends', () => {
    expect(all.filter(({ text }) => /\s{2}|^\s|\s$/.test(text))).toEqual([]);
  });
});
