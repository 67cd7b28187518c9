export interface Scored {
  id: number;
  score: number;
}

/**
 * The `limit` highest scores, best first, ties by id: a heap with the worst of the best on top, so that the many that
 * come too late cost one comparison.
 */
export function topScores(ids: Iterable<number>, scoreOf: (id: number) => number, limit: number): Scored[] {
  const heap: Scored[] = [];
  for (const id of ids) {
    const score = scoreOf(id);
    if (heap.length < limit) {
      heap.push({ id, score });
      rise(heap, heap.length - 1);
    } else if (limit > 0 && score >= heap[0]!.score && worse(heap[0]!, { id, score })) {
      heap[0] = { id, score };
      sink(heap);
    }
  }
  return heap.sort((a, b) => b.score - a.score || a.id - b.id);
}

const worse = (a: Scored, b: Scored): boolean => a.score < b.score || (a.score === b.score && a.id > b.id);

function rise(heap: Scored[], from: number): void {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function sink(heap: Scored[]): void {
  for (let at = 0; ; ) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
