import { pageAt, type CanonicalDocument } from '../../server/corpus/document.ts';
import { plain } from '../statements/find-statement-quote.ts';

export interface PlacedSentence {
  page: number;
  text: string;
}

/** What became of a sentence; unchanged ones are not told. */
export type SentenceChange =
  | { kind: 'gewijzigd'; old: PlacedSentence; next: PlacedSentence }
  | { kind: 'weg'; old: PlacedSentence }
  | { kind: 'nieuw'; next: PlacedSentence }
  | { kind: 'verplaatst'; old: PlacedSentence; next: PlacedSentence };

/** Sentences are the same with the same words; they are a change of each other with this share of words in common. */
const ALIKE = 0.5;

export function compareSentences(old: CanonicalDocument, next: CanonicalDocument): { changes: SentenceChange[]; same: number } {
  const before = sentencesOf(old);
  const after = sentencesOf(next);
  const pairs = commonSubsequence(before.map(({ text }) => text), after.map(({ text }) => text));
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  for (const [at, beside] of [...pairs, [before.length, after.length] as const]) {
    changes.push(...matchGap(before.slice(i, at), after.slice(j, beside)));
    [i, j] = [at + 1, beside + 1];
  }
  return { changes: joinMoves(changes), same: pairs.length };
}

function sentencesOf({ text, sentences, pageStarts }: CanonicalDocument): PlacedSentence[] {
  return sentences.map(({ start, end }) => ({ page: pageAt(pageStarts, start), text: plain(text.slice(start, end)) }));
}

/** Between two sentences that both have: the most alike are changes of each other, in order. */
function matchGap(old: readonly PlacedSentence[], next: readonly PlacedSentence[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let from = 0;
  for (const one of old) {
    const words = wordsOf(one.text);
    let best = -1;
    let most = ALIKE;
    for (let at = from; at < next.length; at += 1) {
      const share = overlap(words, wordsOf(next[at]!.text));
      if (share > most) [best, most] = [at, share];
    }
    if (best < 0) {
      changes.push({ kind: 'weg', old: one });
      continue;
    }
    for (; from < best; from += 1) changes.push({ kind: 'nieuw', next: next[from]! });
    changes.push({ kind: 'gewijzigd', old: one, next: next[best]! });
    from = best + 1;
  }
  return [...changes, ...next.slice(from).map((sentence): SentenceChange => ({ kind: 'nieuw', next: sentence }))];
}

/** What went in one place and came in another with the same words has moved. */
function joinMoves(changes: readonly SentenceChange[]): SentenceChange[] {
  const gone = new Map(changes.flatMap((one) => (one.kind === 'weg' ? [[one.old.text, one] as const] : [])));
  const moved = new Set<SentenceChange>();
  const joined = changes.map((one): SentenceChange => {
    const from = one.kind === 'nieuw' ? gone.get(one.next.text) : undefined;
    if (one.kind !== 'nieuw' || !from || moved.has(from)) return one;
    moved.add(from);
    return { kind: 'verplaatst', old: from.old, next: one.next };
  });
  return joined.filter((one) => !moved.has(one));
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/** Above this many cells sentences that stand once in both documents cut the comparison into pieces. */
const CELLS = 4_000_000;

/** Longest common subsequence as pairs of positions; for large documents along the sentences that both have exactly once. */
export function commonSubsequence(a: readonly string[], b: readonly string[], atA = 0, atB = 0): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const pairs: [number, number][] = Array.from({ length: head }, (_, at) => [atA + at, atB + at]);
  const small = middleA.length * middleB.length <= CELLS;
  pairs.push(...(small ? exact : anchored)(middleA, middleB, atA + head, atB + head));
  for (let at = tail; at > 0; at -= 1) pairs.push([atA + a.length - at, atB + b.length - at]);
  return pairs;
}

function exact(a: readonly string[], b: readonly string[], atA: number, atB: number): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([atA + i++, atB + j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Patience: common sentences that are unique in both, in rising order, and what lies between them. */
function anchored(a: readonly string[], b: readonly string[], atA: number, atB: number): [number, number][] {
  const once = (list: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>();
    list.forEach((text, at) => places.set(text, places.has(text) ? -1 : at));
    return places;
  };
  const inB = once(b);
  const candidates = [...once(a)].flatMap(([text, at]): [number, number][] => (at >= 0 && (inB.get(text) ?? -1) >= 0 ? [[at, inB.get(text)!]] : [])).sort((x, y) => x[0] - y[0]);
  const anchors = rising(candidates);
  if (anchors.length === 0) return [];
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...anchors, [a.length, b.length] as [number, number]]) {
    pairs.push(...commonSubsequence(a.slice(i, x), b.slice(j, y), atA + i, atB + j));
    if (x < a.length) pairs.push([atA + x, atB + y]);
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/** The longest run of pairs whose second number rises. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, y], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if (pairs[ends[half]!]![1] < y) low = half + 1;
      else high = half;
    }
    if (low > 0) before[at] = ends[low - 1]!;
    ends[low] = at;
  });
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) run.unshift(pairs[at]!);
  return run;
}
