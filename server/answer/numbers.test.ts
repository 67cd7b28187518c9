import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardNumber } from '../corpus/guards/number.ts';
import { faultsOf } from '../../ingest/statements/testing/guard-on.ts';
import type { Block } from '../contract.ts';
import type { Statement } from '../corpus/statement.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { missingData, quoteFrom, smallMissing, smallStatement, statementsData } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { Answerer } from './answerer.ts';
import type { AnswerData } from './answer.ts';
import type { Tools } from './draft.ts';
import { MissingBook } from './missing-book.ts';
import { StatementBook } from './statement-book.ts';
import { smallTools } from './testing/small-answerer.ts';

const gids = smallDocument('gids', ['De gemeente betaalt 3 uur overleg.', 'Het experiment eindigt in 2029.', 'De huisarts krijgt 50 euro en de verzekeraar 12 procent.', 'Het experiment begint op 1 mei 2024.']);
const brief = smallDocument('brief', ['De verzekeraar betaalt vijf jaar.', 'Het overleg duurt 45 minuten.']);
const sentences = [gids, brief].flatMap((document) => document.sentences.map(({ start, end }) => quoteFrom(document, document.text.slice(start, end))));

let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'numbers-'));
  tools = await smallTools(root, [gids, brief], { statements: [] });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const figures = (text: string): string[] => text.match(/\d+|vijf/g) ?? [];

/** Figures that a statement of the answer, or of its refusal, says and none of its own quotes holds. */
function unproven({ blocks, citations }: Pick<AnswerData, 'blocks' | 'citations'>): string[] {
  const said = blocks.flatMap((block: Block) => (block.type === 'statement' ? block : block.type === 'refusal' && block.near ? block.near : []));
  return said.flatMap(({ text, citations: proofs }) => {
    const held = new Set(proofs.flatMap((n) => figures(citations[n - 1]!.quote)));
    return figures(text).filter((figure) => !held.has(figure));
  });
}

const NUMBERS = ['3 uur', '2029', '50 euro', '45 minuten', 'vijf jaar', '1 mei 2024', '12 procent'];

/** A statement on some sentences of the sources that says what stands in them, and now and then what stands elsewhere. */
const written = fc
  .record({ quotes: fc.shuffledSubarray(sentences, { minLength: 1, maxLength: 3 }), others: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(NUMBERS, { maxLength: 2 }) }) })
  .map(({ quotes, others }) => {
    const own = NUMBERS.filter((number) => quotes.some(({ text }) => text.includes(number)));
    return { quotes, text: `De gemeente en de verzekeraar: ${['overleg', ...new Set([...own, ...others])].join(' en ')}.` };
  });

/** As ingest would let them through. */
function passed(all: readonly { quotes: Statement['quotes']; text: string }[]): Statement[] {
  const good = all.filter(({ text, quotes }) => faultsOf(guardNumber, text, quotes.map((quote) => quote.text)).length === 0);
  return good.map(({ quotes, text }, i) => smallStatement(`s${i}`, quotes, { text, asks: [`overleg ${i}`], limits: i % 3 === 2 ? [`s${i - 1}`] : [], list: i === 0 && good.length > 3 ? ['s1', 's2'] : [] }));
}

describe('no answer says a number that its quotes do not hold', () => {
  const word = fc.constantFrom('wie', 'betaalt', 'huisarts', 'wanneer', 'eindigt', 'experiment', 'gemeente', 'overleg', 'verzekeraar', 'hoeveel', 'euro', '2029', '45', 'vijf', '7', 'tandarts');

  it('whatever was written, what the number guard let through, and whatever is asked', async () => {
    let said = 0;
    let stopped = 0;
    let near = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 6 }), fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom(-1e6, 1e6), async (all, words, least) => {
        const statements = passed(all);
        stopped += all.length - statements.length;
        const missing = await missingData([smallMissing('tandarts', { words: ['tandarts'], near: 's0', documents: ['gids', 'brief'] })], new FakeEncoder());
        const book = new StatementBook(await statementsData(statements, new FakeEncoder()), tools.index, plainMaps(new FakeEncoder().dimensions).measure);
        const answerer = new Answerer({ ...tools, statements: book, missing: new MissingBook(missing, tools.index), calibration: { ...tools.calibration, thresholds: { full: least, lexical: least } } });
        const answer = await answerer.answer({ question: words.join(' ') });
        near += answer.blocks.filter((block) => block.type === 'refusal' && block.near !== undefined).length;
        said += answer.blocks.flatMap((block) => (block.type === 'statement' ? figures(block.text) : [])).length;
        expect(unproven(answer)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    // It would hold of nothing, too.
    expect(said).toBeGreaterThan(50);
    expect(near).toBeGreaterThan(3);
    expect(stopped).toBeGreaterThan(20);
  });

  it('is seen where it is not so', () => {
    const citations = [{ quote: 'Het experiment eindigt in 2029.' }] as AnswerData['citations'];
    expect(unproven({ citations, blocks: [{ type: 'statement', id: 'a', text: 'Tot 2029, vijf jaar.', role: 'answer', citations: [1] }] })).toEqual(['vijf']);
  });
});
