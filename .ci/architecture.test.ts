import { describe, expect, it } from 'vitest';
import { arrowsBetween, drawArchitecture, roomOf, withoutDetours, type Module } from './architecture.ts';

const file = (source: string, ...imports: string[]): Module => ({
  source,
  dependencies: imports.map((one) => ({ resolved: one.replace('type ', ''), dependencyTypes: one.startsWith('type ') ? ['local', 'type-only'] : ['local'] })),
});

describe('the picture of the rooms', () => {
  it('knows each file by its room, and no tests', () => {
    expect(['server/app.ts', 'server/search/searcher.ts', 'server/assistant/services.ts', 'eval/run/plan.ts', 'node_modules/zod/index.js', 'server/app.test.ts', 'web/testing/page.ts'].map(roomOf)).toEqual([
      'main', 'search', 'contract', 'eval', undefined, undefined, undefined, // prettier-ignore
    ]);
    expect(() => roomOf('server/cellar/wine.ts')).toThrow('server/cellar/wine.ts');
  });

  it('draws an arrow once, and dotted only while it is types alone', () => {
    const types = file('web/a.ts', 'type server/contract.ts', 'web/b.ts');
    expect(arrowsBetween([types])).toEqual([{ from: 'web', to: 'contract', typesOnly: true }]);
    expect(arrowsBetween([types, file('web/b.ts', 'server/errors.ts')])).toEqual([{ from: 'web', to: 'contract', typesOnly: false }]);
  });

  it('leaves out what a longer way implies, and names every import in the table', () => {
    const modules = [
      file('server/answer/a.ts', 'server/search/b.ts', 'server/text/c.ts', 'server/corpus/d.ts'),
      file('server/search/b.ts', 'server/corpus/d.ts'),
      file('server/corpus/d.ts', 'server/text/c.ts'),
    ];
    expect(withoutDetours(arrowsBetween(modules)).map(({ from, to }) => `${from} ${to}`)).toEqual(['answer search', 'search corpus', 'corpus text']);
    const drawn = drawArchitecture(modules);
    expect(drawn).not.toContain('answer --> text');
    expect(drawn).toMatch(/\| answer \| [^|]+ \| search, corpus, text \|/);
  });

  it('refuses a circle, with its rooms', () => {
    const circle = [file('server/rules/a.ts', 'server/views/b.ts'), file('server/views/b.ts', 'server/rules/a.ts')];
    expect(() => drawArchitecture(circle)).toThrow('rules → views → rules');
  });
});
