import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentenceStream } from './sentence-stream.ts';

const TEXT = 'PGAZ loopt vijf jaar, volgens art. 58 van de Wmg [1]. Het eindigt op 1 mei 2029. [2][3]\n- Dat geldt m.b.t. groepen [1, 2].\nKlaar';
const SENTENCES = ['PGAZ loopt vijf jaar, volgens art. 58 van de Wmg [1].', 'Het eindigt op 1 mei 2029. [2][3]', '- Dat geldt m.b.t. groepen [1, 2].', 'Klaar'];

/** Each sentence as it is read in the end. */
function readIn(pieces: readonly string[]): string[] {
  const stream = new SentenceStream();
  return [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()].map((text) => text.replace(/\s+/g, ' '));
}

describe('SentenceStream', () => {
  it('gives whole sentences with the markers behind them', () => expect(readIn([TEXT])).toEqual(SENTENCES));

  it('gives the same wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(TEXT.length)), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), TEXT.length];
        expect(readIn(at.slice(1).map((end, i) => TEXT.slice(at[i], end)))).toEqual(SENTENCES);
      }),
    );
  });

  it('gives a sentence as soon as the next one begins, not before', () => {
    const stream = new SentenceStream();
    expect(stream.push('Het eindigt op 1 mei 2029.')).toEqual([]);
    expect(stream.push(' [')).toEqual([]);
    expect(stream.push('2]')).toEqual([]);
    expect(stream.push(' Daarna volgt')).toEqual(['Het eindigt op 1 mei 2029. [2]']);
  });

  it('tells that a sentence has no end', () => {
    const stream = new SentenceStream();
    stream.push('van de zorgaanbieders '.repeat(30));
    expect(stream.isEndless).toBe(false);
    stream.push('van de zorgaanbieders '.repeat(30));
    expect(stream.isEndless).toBe(true);
  });
});
