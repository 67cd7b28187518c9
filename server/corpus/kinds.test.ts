import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKinds, worthOf } from './kinds.ts';

const yaml = readFileSync('corpus/kinds.yaml', 'utf8');
const kinds = readKinds(yaml);

const entry = (status: string, kind: string, ...lines: string[]): string =>
  [`- status: ${status}`, '  name: Naam', '  meaning: Betekenis.', '  rank: 1', ...lines, '  kinds:', `    - { kind: ${kind}, name: Naam, shortTitle: de naam }`, ''].join('\n');

describe('readKinds', () => {
  it('gives what is left out', () => {
    expect(readKinds(entry('a', 'b'))).toEqual([
      { status: 'a', name: 'Naam', meaning: 'Betekenis.', rank: 1, noticeExcept: [], kinds: [{ kind: 'b', name: 'Naam', shortTitle: 'de naam', startsWith: [], mentions: [] }] },
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['a missing field', entry('a', 'b').replace('  meaning: Betekenis.\n', ''), /^kinds\.yaml klopt niet[^]*- regel 1: "meaning" ontbreekt of is leeg\.$/],
    ['an unknown field', entry('a', 'b', '  badge: x'), /onbekend veld "badge"/],
    ['a rank of zero', entry('a', 'b').replace('rank: 1', 'rank: 0'), /regel 4: "rank" mag niet leeg of te klein zijn/],
    ['a status twice', entry('a', 'b') + entry('a', 'c'), /regel 7: de status "a" staat er twee keer/],
    ['a kind under two statuses', entry('a', 'b') + entry('c', 'b'), /regel 12: de soort "b" staat er twee keer/],
    ['a short title without article', entry('a', 'b').replace('de naam', 'naam'), /regel 6: .*begin met een lidwoord/],
    ['an empty file', '', /kinds\.yaml klopt niet/],
    ['broken YAML', '- status: [', /regel \d+: dit is geen geldige YAML/],
  ])('names line and remedy for %s', (_, text, expected) => {
    expect(() => readKinds(text)).toThrow(expected);
  });
});

describe('corpus/kinds.yaml', () => {
  it('speaks of kinds, not of one document: no names, no dates', () => {
    const texts = kinds.flatMap(({ name, meaning, notice = '' }) => [name, meaning, notice]);
    expect(texts.filter((text) => /\d|Integraal|PGAZ|ALK|^(De|Het) (?:aanwijzing|handleiding|Kamerbrief|akkoord|verslag)/.test(text))).toEqual([]);
  });

  it('tells every document of a kind the same', () => {
    expect(worthOf(kinds, { status: 'akkoord', kind: 'akkoord' })).toMatchObject({
      statusName: 'Akkoord',
      kindName: 'Landelijk akkoord',
      notice: 'Een akkoord bevat afspraken tussen partijen. Het is geen wet.',
    });
    expect(worthOf(kinds, { status: 'bindend', kind: 'wet' })).toEqual({
      statusName: 'Bindend',
      statusMeaning: 'Dit is een regel. Iedereen moet zich eraan houden.',
      kindName: 'Wet',
    });
    expect(worthOf(kinds, { status: 'onbekend', kind: 'wet' })).toBeUndefined();
  });
});
