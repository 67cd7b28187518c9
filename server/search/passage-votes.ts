import type { PassageFilter, PassageIndex, SentencePlace } from './passage-index.ts';
import type { Votes } from './question-neighbours.ts';

/** Sentences that votes may put forward; what comes after them was hardly voted for. */
const MOST_SENTENCES = 1000;

/**
 * From votes for sentences to the passages that hold them.
 * @returns share of the votes that the sentences of a passage got together, 0…1, by ordinal
 */
export async function passageVotes({ sentences }: Votes, index: Pick<PassageIndex, 'passagesWith'>, filter: PassageFilter): Promise<ReadonlyMap<number, number>> {
  const shares = new Map<number, number>();
  const best = [...sentences].sort(([, a], [, b]) => b - a).slice(0, MOST_SENTENCES);
  const holding = await index.passagesWith(best.map(([key]) => placeOf(key)), filter);
  best.forEach(([, share], i) => {
    for (const ordinal of holding[i]!) shares.set(ordinal, Math.min(1, (shares.get(ordinal) ?? 0) + share));
  });
  return shares;
}

/** What `sentenceKey` put together. */
function placeOf(key: string): SentencePlace {
  const slash = key.lastIndexOf('/');
  return { documentId: key.slice(0, slash), sentence: Number(key.slice(slash + 1)) };
}
