import { describe, expect, it } from 'vitest';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { questionIndexData } from '../search/question-index.ts';
import { FORMS_HAND } from '../search/forms-as-questions.ts';
import { missingData, quoteFrom, smallMissing, smallStatement, statementsData } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { makeBooks } from './books.ts';

const encoder = new FakeEncoder();
const maps = plainMaps(encoder.dimensions);
const gids = smallDocument('gids', ['De gemeente betaalt het overleg.', 'Het experiment eindigt in 2029.']);
const brief = smallDocument('brief', ['De verzekeraar betaalt de huisarts.']);
const statements = await statementsData(
  [
    smallStatement('regel', [quoteFrom(gids, 'De gemeente betaalt het overleg.')], { asks: ['wie betaalt het overleg'] }),
    smallStatement('lijst', [quoteFrom(gids, 'eindigt in 2029')], { asks: ['experiment eindigt'], list: ['regel', 'brief'] }),
    smallStatement('brief', [quoteFrom(gids, 'overleg'), quoteFrom(brief, 'De verzekeraar betaalt de huisarts.')], { asks: ['verzekeraar huisarts'], limits: ['regel'] }),
  ],
  encoder,
);
const missing = await missingData([smallMissing('uurtarief', { asks: ['uurtarief'], documents: ['gids', 'brief'] })], encoder);
const place = (await encoder.encodeQuery('wie betaalt')).vector;
const questions = questionIndexData([{ key: '1', sentences: ['gids/0'], silent: [], hand: 'a', place }, { key: '2', sentences: ['brief/0'], silent: [], hand: 'b', place }], maps.measure, 'plain');
const index = { documents: new Map([gids, brief].map((document) => [document.id, document])), splitter: new CompoundSplitter([]), statements, missing, questions };
const ids = (books: ReturnType<typeof makeBooks>) => books.statements!.entries.map(({ statement }) => statement.id);

describe('what people wrote about the documents', () => {
  it('is a book of statements, one of what is missing, and the questions with the forms of both', () => {
    const books = makeBooks(index, maps);
    expect(ids(books)).toEqual(['regel', 'lijst', 'brief']);
    expect(books.missing!.kinds).toEqual(missing.kinds);
    const { answers, sentences, silent, hands, handOf } = books.questions!;
    expect(answers.map((places) => places.map((at) => sentences[at]))).toEqual([['gids/0'], ['brief/0'], ['gids/0'], ['gids/1'], ['gids/0', 'brief/0'], []]);
    expect(silent).toEqual([[], [], [], [], [], ['gids', 'brief']]);
    expect(handOf.map((hand) => hands[hand])).toEqual(['a', 'b', FORMS_HAND, FORMS_HAND, FORMS_HAND, FORMS_HAND]);
  });

  it('says nothing for an index without', () => {
    expect(makeBooks({ ...index, statements: undefined, missing: undefined, questions: undefined }, maps)).toEqual({});
    expect(makeBooks({ ...index, statements: undefined, missing: undefined }, maps)).toEqual({ questions });
  });

  it('as if nobody had written about a document: what rests on it goes, nothing points to what went, and nobody searched it', () => {
    const books = makeBooks(index, maps, { document: 'brief' });
    expect(ids(books)).toEqual(['regel', 'lijst']);
    expect(books.statements!.limitsOf(books.statements!.byId('regel')!)).toEqual([]);
    expect(books.statements!.byId('lijst')!.statement.list).toEqual(['regel']);
    expect(books.statements!.forms.map(({ text, place: at }) => [text, at])).toEqual([['wie betaalt het overleg', 0], ['experiment eindigt', 1]]);
    expect(books.missing!.kinds.map(({ documents }) => documents)).toEqual([['gids']]);
    expect(books.questions!.silent.at(-1)).toEqual(['gids']);
    expect(books.questions!.answers.flatMap((places) => places.map((at) => books.questions!.sentences[at]))).not.toContain('brief/0');
  });

  it('as if a hand had written no questions keeps the forms', () => {
    const { hands, handOf } = makeBooks(index, maps, { hand: 'a' }).questions!;
    expect(handOf.map((hand) => hands[hand])).toEqual(['b', FORMS_HAND, FORMS_HAND, FORMS_HAND, FORMS_HAND]);
  });

  it('leaves the index as it was', () => {
    makeBooks(index, maps, { document: 'brief', hand: 'a' });
    expect([index.statements.statements.length, index.missing.kinds[0]!.documents, index.questions.answers.length]).toEqual([3, ['gids', 'brief'], 2]);
  });
});
