import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanonicalDocument, SourceMetadata } from '../server/corpus/document.ts';
import { assemble } from './canonical/assemble.ts';
import type { RawBlock } from './canonical/source-text.ts';
import { DEFAULT_PASSAGES, makePassages } from './passages.ts';
import { realCorpus } from './testing/corpus.ts';

const make = (raw: RawBlock[]): CanonicalDocument => ({ ...({ id: 'd' } as SourceMetadata), ...assemble(raw, 9) });
const sentence = (words: number): string => `Zin ${Array.from({ length: words }, () => 'woord').join(' ')}.`;
const paragraph = (...sizes: number[]): RawBlock => ({ kind: 'paragraph', page: 1, text: sizes.map(sentence).join(' ') });
const item = (size: number, depth = 0): RawBlock => ({ kind: 'list-item', bullet: true, depth, page: 1, text: sentence(size) });
const heading = (text: string, level = 1): RawBlock => ({ kind: 'heading', level, page: 1, text });
const texts = (document: CanonicalDocument, settings = DEFAULT_PASSAGES): string[] =>
  makePassages(document, settings).map(({ start, end }) => document.text.slice(start, end));

describe('makePassages', () => {
  it('starts a passage at every chapter and keeps headings with what follows', () => {
    const document = make([heading('1 Een'), paragraph(20), heading('2 Twee'), heading('Deel', 2), paragraph(20)]);
    const passages = makePassages(document);
    expect(passages.map(({ headings }) => headings)).toEqual([['1 Een'], ['2 Twee', 'Deel']]);
    expect(passages.map(({ id }) => id)).toEqual(['d#0', 'd#1']);
  });

  it('cuts long text at sentences and repeats the last one', () => {
    const [first = '', second = ''] = texts(make([paragraph(...Array.from({ length: 20 }, (_, at) => 10 + at))]));
    expect(first.length).toBeLessThanOrEqual(1000);
    expect(first).toMatch(/\.$/);
    const last = first.split(/(?<=\.) /).at(-1) ?? '';
    expect(second.startsWith(last)).toBe(true);
  });

  it('keeps an introduction with its list where it fits', () => {
    const lead: RawBlock = { kind: 'paragraph', page: 1, text: 'De afspraken zijn:' };
    const found = texts(make([heading('1 A'), paragraph(60, 60), lead, item(30), item(30), item(40), paragraph(70)]));
    const withLead = found.find((text) => text.includes('De afspraken zijn:\n'));
    expect(withLead?.match(/•/g)).toHaveLength(3);
  });

  it('never ends with an introduction or a heading', () => {
    const lead: RawBlock = { kind: 'paragraph', page: 1, text: 'De afspraken zijn:' };
    for (let before = 100; before < 200; before += 7) {
      for (const text of texts(make([paragraph(before - 40, 40), heading('Kop', 2), lead, item(90), item(90), item(90)]))) {
        expect(text).not.toMatch(/(?:zijn:|Kop)$/);
      }
    }
  });

  it('keeps a table together', () => {
    const table: RawBlock = { kind: 'table', page: 1, text: Array.from({ length: 40 }, (_, at) => `RIJ${at} | betekenis van de rij`).join('\n') };
    const found = texts(make([paragraph(60, 60), table, paragraph(80)])).filter((text) => text.includes('RIJ'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('RIJ0 ');
    expect(found[0]).toContain('RIJ39 ');
  });

  const anyBlock: fc.Arbitrary<RawBlock> = fc.oneof(
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }).map((sizes) => paragraph(...sizes)),
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 2 })).map(([size, depth]) => item(size, depth)),
    fc.integer({ min: 1, max: 3 }).map((level) => heading(`Kop ${level}`, level)),
    fc.constant<RawBlock>({ kind: 'footnote', page: 1, text: '¹ Een noot.' }),
    fc.constant<RawBlock>({ kind: 'table', page: 1, text: 'A | b\nC | d' }),
  );

  it('covers every sentence, in order, as a slice of whole sentences', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 25 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 200, max: 1500 }), (raw, overlap, target) => {
        checkPassages(make(raw), { targetCharacters: target, overlapSentences: overlap });
      }),
    );
  });

  it('does so on the real documents', async () => {
    for (const document of (await realCorpus()).documents) checkPassages(document, DEFAULT_PASSAGES);
  });
});

function checkPassages(document: CanonicalDocument, settings: typeof DEFAULT_PASSAGES): void {
  const passages = makePassages(document, settings);
  let covered = 0;
  let before = -1;
  for (const passage of passages) {
    const [first, last] = passage.sentences;
    expect(first).toBeLessThanOrEqual(covered);
    expect(first).toBeGreaterThan(before);
    expect(last).toBeGreaterThan(covered);
    expect(passage.start).toBe(document.sentences[first]?.start);
    expect(passage.end).toBe(document.sentences[last - 1]?.end);
    const chapters = document.sentences.slice(first + 1, last).filter(({ block, start }) => {
      const own = document.blocks[block];
      return own?.kind === 'heading' && own.level === 1 && own.start === start;
    });
    expect(chapters).toEqual([]);
    before = first;
    covered = last;
  }
  expect(covered).toBe(document.sentences.length);
}
