import type { RunIngest } from '../run-ingest.ts';

export interface FakeIngest {
  run: RunIngest;
  /** What it was asked, in order. */
  calls: string[][];
  /** Answers by command; a promise holds the work up. */
  answers: Record<string, () => Promise<{ status: number; out: string; err: string }>>;
}

const good = (out: unknown) => Promise.resolve({ status: 0, out: typeof out === 'string' ? out : JSON.stringify(out), err: '' });

/** An `ingest` that reads nothing and writes nothing. */
export function fakeIngest(): FakeIngest {
  const calls: string[][] = [];
  const preview = (args: readonly string[]) => ({
    metadata: { id: 'beleidsregel-2026', title: 'Beleidsregel <overleg> 2026', kind: 'beleidsregel', ...given(args) },
    found: { title: { page: 1, words: 'Beleidsregel <overleg> 2026' } },
    report: { pages: 1, words: 4, headings: [], joined: [], removed: [], footnotes: 0, warnings: [] },
    sentences: 1,
    passages: 1,
    tables: 0,
    lost: [],
    unknown: [],
    pages: [{ read: 'zoals gelezen', text: 'zoals geciteerd' }],
  });
  const answers: FakeIngest['answers'] = {};
  return {
    calls,
    answers,
    run: (args) => {
      calls.push([...args]);
      const name = args.includes('--yes') ? 'publish' : (args[0] ?? '');
      if (answers[name]) return answers[name]();
      if (name === 'publish') return good('beleidsregel-2026 is toegevoegd.\nDe index is klaar');
      if (name === 'add') return good({ documents: [preview(args)], faults: [] });
      if (name === 'versions') return good([{ version: 'v3-abc-1', createdAt: '2026-11-29T10:00:00.000Z', documents: 5, passages: 100, current: true }]);
      return good(name === 'report' ? [] : { same: 0, changes: [] });
    },
  };
}

const given = (args: readonly string[]): Record<string, string> =>
  Object.fromEntries(args.filter((arg) => /^--[a-z-]+=/.test(arg)).map((arg) => [arg.slice(2, arg.indexOf('=')).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), arg.slice(arg.indexOf('=') + 1)]));
