import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallDocument } from '../server/search/testing/small-index.ts';
import { loadQuestions } from './questions.ts';

const documents = [smallDocument('brief', ['De verzekeraar betaalt de huisarts.', 'Het experiment eindigt in 2029.']), smallDocument('gids', ['De gemeente betaalt het overleg.'])];
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'questions-'));
  await mkdir(join(dir, 'questions'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const write = (name: string, yaml: string) => writeFile(join(dir, 'questions', name), yaml);
const load = () => loadQuestions(dir, documents);
const BRIEF = `- quotes: [Het experiment eindigt in 2029.]
  asks:
    huisartsen: [Tot wanneer loopt dit?, hoe lang nog]
`;

describe('loadQuestions', () => {
  it('ties each question to the sentences that answer it, and says who wrote it', async () => {
    await write('brief.yaml', BRIEF);
    expect((await load()).questions).toEqual([
      { text: 'Tot wanneer loopt dit?', hand: 'huisartsen', sentences: ['brief/1'], silent: [] },
      { text: 'hoe lang nog', hand: 'huisartsen', sentences: ['brief/1'], silent: [] },
    ]);
  });

  it('joins what several files say of the same question', async () => {
    await write('brief.yaml', BRIEF);
    await write('gids.yaml', '- quotes: [De gemeente betaalt het overleg.]\n  asks:\n    huisartsen: [tot wanneer loopt dit]\n');
    const { questions, documentsWithout } = await load();
    expect(questions[0]).toEqual({ text: 'Tot wanneer loopt dit?', hand: 'huisartsen', sentences: ['brief/1', 'gids/0'], silent: [] });
    expect(documentsWithout).toEqual([]);
  });

  it('reads what a yes/no question is answered with, and refuses two answers to one question', async () => {
    await write('brief.yaml', '- quotes: [Het experiment eindigt in 2029.]\n  asks:\n    huisartsen: [{ asks: Stopt dit een keer?, verdict: ja }, wanneer]\n');
    expect((await load()).questions.map(({ text, verdict }) => [text, verdict])).toEqual([['Stopt dit een keer?', 'ja'], ['wanneer', undefined]]);
    await write('gids.yaml', '- quotes: [De gemeente betaalt het overleg.]\n  asks:\n    huisartsen: [{ asks: stopt dit een keer, verdict: nee }]\n');
    await expect(load()).rejects.toThrow(/gids\.yaml.*3.*heeft elders het oordeel "ja"/s);
    await write('gids.yaml', '- quotes: [De gemeente betaalt het overleg.]\n  asks: { huisartsen: [{ asks: Wie?, verdict: misschien }] }\n');
    await expect(load()).rejects.toThrow('gids.yaml');
  });

  it('takes half a sentence for the sentence, and not a word of it for its neighbour', async () => {
    await write('brief.yaml', '- quotes: [eindigt in 2029]\n  asks: { a: [wanneer] }\n');
    expect((await load()).questions[0]!.sentences).toEqual(['brief/1']);
  });

  it('keeps what documents do not answer apart, for those documents only', async () => {
    await write('brief.yaml', BRIEF);
    await write('unanswered.yaml', '- documents: [brief]\n  asks: { a: [Hoeveel euro is het?, hoe lang nog?] }\n');
    const { questions, documentsWithout } = await load();
    expect(questions.slice(2)).toEqual([{ text: 'Hoeveel euro is het?', hand: 'a', sentences: [], silent: ['brief'] }]);
    expect(documentsWithout).toEqual(['gids']);
  });

  it('names documents without questions; a corpus without any is none the worse', async () => {
    await write('brief.yaml', BRIEF);
    expect((await load()).documentsWithout).toEqual(['gids']);
    await rm(join(dir, 'questions'), { recursive: true });
    expect(await load()).toEqual({ questions: [], documentsWithout: ['brief', 'gids'] });
  });

  it.each([
    ['a quote that is not in the document', 'brief.yaml', BRIEF.replace('2029', '2030'), 'corpus/questions/brief.yaml, regel 1: dit citaat staat niet letterlijk in "brief"'],
    ['a file about no document', 'briev.yaml', BRIEF, 'corpus/questions/briev.yaml: er is geen document met dit id'],
    ['a writer with strange signs', 'brief.yaml', BRIEF.replace('huisartsen', '"De Huisarts"'), 'regel 3'],
    ['an unknown field', 'brief.yaml', BRIEF.replace('asks', 'vragen'), 'onbekend veld "vragen"'],
    ['an entry without quotes', 'brief.yaml', BRIEF.replace(/quotes: \[.*\]/, 'quotes: []'), 'geef minstens één citaat'],
    ['an unanswered question of no document', 'unanswered.yaml', '- documents: [wet]\n  asks: { a: [wat] }\n', 'er is geen document "wet"'],
    ['broken YAML', 'brief.yaml', '- quotes: [', 'dit is geen geldige YAML'],
  ])('refuses %s with file, line and what to do', async (_, name, yaml, message) => {
    await write(name, yaml);
    await expect(load()).rejects.toThrow(message);
    await expect(load()).rejects.toMatchObject({ name: 'DocumentError' });
  });
});
