import { pick, randomInt, type Random } from '../statistics/random.ts';

/** Letters next to each other on a QWERTY keyboard. */
const NEIGHBOURS: Record<string, string> = {
  a: 'sqz', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'k', m: 'n',
  n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc', y: 'tu', z: 'x',
}; // prettier-ignore

/** Shorter words are mostly function words and abbreviations, in which a mistake makes another word. */
const SHORTEST_WORD = 5;
/** Share of the longer words that is mistyped, at least one: a hurried typist's text, not noise. */
const RATE = 0.25;

/** One mistake in a quarter of the longer words: two letters swapped, one left out, doubled, or its neighbour on the keyboard. */
export function withTypos(text: string, random: Random): string | undefined {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return undefined;
  const chosen = new Set<number>([randomInt(random, words.length)]);
  words.forEach((_, at) => random() < RATE && chosen.add(at));
  let result = text;
  // From the end, so that offsets before it stay right.
  for (const at of [...chosen].sort((a, b) => b - a)) {
    const { 0: word, index } = words[at]!;
    result = result.slice(0, index) + mistype(word, random) + result.slice(index + word.length);
  }
  return result === text ? undefined : result;
}

/** The first letter is left alone: people rarely miss it (Pollock & Zamora, CACM 27, 1984). */
function mistype(word: string, random: Random): string {
  const at = 1 + randomInt(random, word.length - 2);
  const letter = word.charAt(at);
  switch (randomInt(random, 4)) {
    case 0:
      return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default: {
      const neighbours = NEIGHBOURS[letter.toLowerCase()];
      return neighbours === undefined ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + pick(random, [...neighbours]) + word.slice(at + 1);
    }
  }
}
