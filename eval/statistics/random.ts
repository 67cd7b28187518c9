/** Random numbers in [0, 1) that are the same on every run and machine. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for drawing samples. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seed from words (FNV-1a), so that each case draws its own numbers whatever ran before it. */
export function seedOf(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('\u0000')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

/** Whole number in [0, below). */
export const randomInt = (random: Random, below: number): number => Math.floor(random() * below);

export const pick = <T>(random: Random, items: readonly T[]): T => items[randomInt(random, items.length)]!;

/** `size` different items in their own order (Knuth's selection sampling); all when there are not more. */
export function sample<T>(items: readonly T[], size: number, random: Random): T[] {
  let wanted = Math.min(size, items.length);
  return items.filter((_, at) => {
    const take = random() * (items.length - at) < wanted;
    if (take) wanted -= 1;
    return take;
  });
}
