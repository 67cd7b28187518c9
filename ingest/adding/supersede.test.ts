import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import { checkSuperseding, looksLikeNewVersionOf, withEnd } from './supersede.ts';

const YAML = `# kop
- id: oud
  title: Beleidsregel overleg 2024
  # over de datum
  published: '2024-01'   # zo staat het er
  kind: beleidsregel
- id: ander
  published: '2020'
`;
const old = { id: 'oud', title: 'Beleidsregel overleg 2024', published: '2024-01', kind: 'beleidsregel', publisher: 'NZa' } as SourceMetadata;

describe('a document that takes the place of another', () => {
  it('puts the end into the entry of the old one and leaves every other line', () => {
    const changed = withEnd(YAML, 'oud', '2026-01-01', 'de beleidsregel van 2026');
    expect((parse(changed) as object[])[0]).toMatchObject({ supersededOn: '2026-01-01', supersededBy: 'de beleidsregel van 2026', kind: 'beleidsregel' });
    expect(changed.split('\n').filter((line) => !line.includes('superseded')).join('\n')).toBe(YAML);
  });

  it('ends on the day of the new one unless another is given', () => {
    expect(checkSuperseding({ id: 'oud' }, { published: '2026-02-01' }, [old]).on).toBe('2026-02-01');
    expect(checkSuperseding({ id: 'oud', on: '2026-03' }, { published: '2026-02-01' }, [old]).on).toBe('2026-03');
  });

  it.each<[string, Parameters<typeof checkSuperseding>[0], Partial<SourceMetadata>, SourceMetadata, RegExp]>([
    ['a newer version that is older', { id: 'oud' }, { published: '2023' }, old, /ouder dan oud/],
    ['an unknown document', { id: 'weg' }, { published: '2026' }, old, /geen document met id "weg"/],
    ['one that has ended', { id: 'oud' }, { published: '2026' }, { ...old, supersededOn: '2025' }, /geldt al niet meer sinds 2025/],
    ['no day', { id: 'oud' }, { published: 'zonder datum' }, old, /vanaf wanneer/],
  ])('refuses %s', (_, supersedes, next, source, message) => {
    expect(() => checkSuperseding(supersedes, next, [source])).toThrow(message);
  });

  it('is recognised by publisher, kind and title', () => {
    expect(looksLikeNewVersionOf({ ...old, title: 'Beleidsregel overleg 2026' }, [old])?.id).toBe('oud');
    expect(looksLikeNewVersionOf({ ...old, title: 'Beleidsregel vervoer 2026' }, [old])).toBeUndefined();
    expect(looksLikeNewVersionOf({ ...old, publisher: 'VWS' }, [old])).toBeUndefined();
  });
});
