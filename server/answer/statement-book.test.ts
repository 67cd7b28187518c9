import { describe, expect, it } from 'vitest';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { quoteFrom, smallStatement, statementsData } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { StatementBook } from './statement-book.ts';

const encoder = new FakeEncoder();
const gids = smallDocument('gids', ['De gemeente betaalt het overleg met de huisarts.', 'Het experiment eindigt in 2029.', 'Kort.']);
const whole = quoteFrom(gids, 'De gemeente betaalt het overleg met de huisarts.');
const index = { documents: new Map([[gids.id, gids]]), splitter: new CompoundSplitter([]) };
const bookOf = async (...statements: Parameters<typeof statementsData>[0]) => new StatementBook(await statementsData(statements, encoder), index, plainMaps(encoder.dimensions).measure);

describe('the sentences of a statement', () => {
  it.each([
    ['a whole sentence', ['De gemeente betaalt het overleg met de huisarts.'], ['gids/0']],
    ['a few words of one', ['betaalt het overleg'], ['gids/0']],
    ['two sentences', ['met de huisarts. Het experiment eindigt in 2029.'], ['gids/1']],
    ['a sentence and all of a short one', ['experiment eindigt in 2029. Kort.'], ['gids/1', 'gids/2']],
    ['two quotes', ['Kort.', 'experiment'], ['gids/2', 'gids/1']],
  ])('are those that its quotes cover, or half of which: %s', async (_, texts, expected) => {
    const book = await bookOf(smallStatement('a', texts.map((text) => quoteFrom(gids, text))));
    expect(book.entries[0]!.sentences).toEqual(expected);
    for (const key of expected) expect(book.restingOn(key).map(({ statement }) => statement.id)).toEqual(['a']);
  });

  it('are none where the document is gone', async () => {
    const book = await bookOf(smallStatement('a', [{ documentId: 'weg', start: 0, end: 4, text: 'Kort' }]));
    expect(book.entries[0]!.sentences).toEqual([]);
    expect(book.restingOn('weg/0')).toEqual([]);
  });
});

describe('a book of statements', () => {
  const statements = [
    smallStatement('regel', [whole], { asks: ['Wie betaalt het overleg?'], decides: [{ asks: 'Betaalt de gemeente?', verdict: 'ja' }, { asks: 'Betaalt de huisarts?', verdict: 'nee' }] }),
    smallStatement('grens', [quoteFrom(gids, 'Kort.')], { limits: ['regel'] }),
    smallStatement('uitzondering', [quoteFrom(gids, 'eindigt in 2029')], { limits: ['regel', 'grens'] }),
  ];

  it('knows what limits a statement, in the order of the book', async () => {
    const book = await bookOf(...statements);
    const limits = (id: string) => book.limitsOf(book.byId(id)!).map(({ statement }) => statement.id);
    expect([limits('regel'), limits('grens'), limits('uitzondering')]).toEqual([['grens', 'uitzondering'], ['uitzondering'], []]);
    expect(book.byId('onbekend')).toBeUndefined();
  });

  it('keeps the verdict of each form beside its text', async () => {
    const book = await bookOf(...statements);
    expect(book.forms.slice(0, 3)).toEqual([
      { place: 0, text: 'Wie betaalt het overleg?', verdict: undefined },
      { place: 0, text: 'Betaalt de gemeente?', verdict: 'ja' },
      { place: 0, text: 'Betaalt de huisarts?', verdict: 'nee' },
    ]);
    expect(book.entries.map(({ place, forms, words }) => [place, forms, words])).toEqual([[0, 3, 8], [1, 1, 1], [2, 1, 3]]);
  });

  it('finds a statement by what it means and by its words', async () => {
    const book = await bookOf(...statements);
    const { things } = book.match((await encoder.encodeQuery('Betaalt de huisarts?')).vector, []);
    expect(things[0]).toMatchObject({ form: 2 });
    expect(things[0]!.nearest).toBeCloseTo(1, 2);
    expect(book.match(undefined, [{ stem: '2029', weight: 1 }]).things[2]!.words).toBeGreaterThan(0);
  });

  it('counts no words of a plan, whose words the day decides', async () => {
    const book = await bookOf(smallStatement('plan', [whole], { planned: { for: '2026', said: '2024-10', plan: 'alles anders te doen', planEn: 'to change everything' } }));
    expect(book.entries[0]!.words).toBe(0);
  });
});
