/** Results in the order of the items, with at most `most` under way at once. @throws what the first failing item throws */
export async function mapConcurrently<T, U>(items: readonly T[], most: number, of: (item: T) => Promise<U>): Promise<U[]> {
  const results = new Array<U>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await of(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
