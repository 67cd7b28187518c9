/**
 * Tokens of a question that the model reads; of 1,883 questions of the evaluation none has more than 86. Time and memory grow
 * with it, and a text that holds more tells a story, which the rules read from its words.
 */
export const MOST_QUERY_TOKENS = 128;

/**
 * Leaves out the middle of a text that is too long: a story ends with its question, or begins with it.
 * @param parts ranges into `ids`, in order
 */
export function cutMiddle(ids: readonly number[], parts: readonly (readonly [number, number])[], most: number): { ids: number[]; parts: [number, number][] } {
  const cut = ids.length - most;
  if (cut <= 0) return { ids: [...ids], parts: parts.map(([a, b]) => [a, b]) };
  const from = Math.ceil(most / 2);
  const moved = (at: number): number => (at <= from ? at : Math.max(from, at - cut));
  return { ids: [...ids.slice(0, from), ...ids.slice(from + cut)], parts: parts.map(([a, b]) => [moved(a), moved(b)]) };
}
