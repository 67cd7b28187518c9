import { describe, expect, it } from 'vitest';
import { MUTATIONS } from '../../ingest/statements/testing/mutations.ts';
import { sentencesOf } from '../corpus/guards/clauses.ts';
import { checkSentence } from './check-sentence.ts';
import { shown, tryAll } from './testing/figures.ts';
import { marked, writingTasks } from './testing/trial-sentences.ts';
import type { WritingTask } from './writing.ts';

const task: WritingTask = {
  question: 'Mag PGAZ zonder contract?',
  verdict: 'nee',
  sources: [
    { n: 1, quote: 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen wanneer hierover een overeenkomst is met een zorgverzekeraar.', surroundings: ['Aanwijzing PGAZ'] },
    { n: 2, quote: 'Het experiment eindigt uiterlijk op 1 mei 2029.', surroundings: ['Handleiding PGAZ'] },
  ],
  statements: [
    { id: 'overeenkomst', text: 'Zorgaanbieders kunnen PGAZ alleen declareren als er een overeenkomst is met een zorgverzekeraar.', citations: [1] },
    { id: 'einde', text: 'Het experiment eindigt uiterlijk op 1 mei 2029.', citations: [2] },
  ],
};
const reasonOf = (text: string): string | undefined => checkSentence(text, task).reason;

describe('a sentence of a language model', () => {
  it.each([
    ['Zorgaanbieders kunnen PGAZ alleen declareren met een overeenkomst met een zorgverzekeraar [1].', [1]],
    ['Het experiment eindigt uiterlijk op 1 mei 2029. [2]', [2]],
    ['- **Het experiment eindigt uiterlijk op 1 mei 2029** [2].', [2]],
    ['Nee, zorgaanbieders kunnen PGAZ alleen declareren als er een overeenkomst is met een zorgverzekeraar [1].', [1]],
    ['Zorgaanbieders kunnen PGAZ alleen declareren als er een overeenkomst is, en het experiment eindigt uiterlijk op 1 mei 2029 [1][2].', [1, 2]],
    ['Zorgaanbieders kunnen PGAZ alleen declareren als er een overeenkomst is, en het experiment eindigt uiterlijk op 1 mei 2029 [1, 2].', [1, 2]],
  ])('is shown without markers, verdict and mark-up: %s', (text, citations) => {
    const { sentence } = checkSentence(text, task);
    expect(sentence?.citations).toEqual(citations);
    expect(sentence?.text).toMatch(/^(?:Zorgaanbieders|Het experiment)[^[*]*\.$/);
  });

  it('without a marker gets the source that has its words', () => expect(checkSentence('Het experiment eindigt uiterlijk op 1 mei 2029.', task).sentence?.citations).toEqual([2]));

  it.each([
    ['marker', 'Het experiment eindigt uiterlijk op 1 mei 2029 [3].'],
    ['marker', 'Het experiment eindigt uiterlijk op 1 mei 2029 [0].'],
    ['marker', 'De tandarts vergoedt een kroon.'],
    ['verdict', 'Ja, zorgaanbieders kunnen PGAZ alleen declareren als er een overeenkomst is met een zorgverzekeraar [1].'],
    ['verdict', 'Dat hangt ervan af: het experiment eindigt uiterlijk op 1 mei 2029 [2].'],
    ['number', 'Het experiment eindigt uiterlijk op 1 mei 2030 [2].'],
    ['number', 'Het experiment eindigt uiterlijk op 1 mei 2029 [1].'],
    ['negation', 'Het experiment eindigt niet uiterlijk op 1 mei 2029 [2].'],
    ['actor', 'Gemeenten kunnen PGAZ alleen declareren als er een overeenkomst is met een zorgverzekeraar [1].'],
    ['modality', 'Zorgaanbieders moeten PGAZ declareren als er een overeenkomst is met een zorgverzekeraar [1].'],
    ['scope', 'Het experiment eindigt op 1 mei 2029 [2].'],
    ['name', 'Volgens Nivel eindigt het experiment uiterlijk op 1 mei 2029 [2].'],
    ['language', 'The experiment ends on 1 May 2029 at the latest, and it is over then [2].'],
    ['form', 'Het experiment eindigt uiterlijk op 1 mei 2029 [2], zie https://kwaad.example.'],
    ['form', 'Het experiment eindigt <b>uiterlijk</b> op 1 mei 2029 [2].'],
    ['form', 'Het experiment eindigt uiterlijk op'],
    ['support', 'Paracetamol verlicht zware hoofdpijn bij jonge kinderen [1].'],
  ])('is dropped for its %s: %s', (reason, text) => {
    const found = reasonOf(text.endsWith('op') ? `${text} [2]` : text);
    // Some are wrong in two ways; each is dropped.
    if (reason === 'number' || reason === 'marker' || reason === 'verdict' || reason === 'form' || reason === 'name') expect(found).toBe(reason);
    else expect(found).toBeDefined();
  });

  it('gives no verdict where none was decided', () => {
    const { verdict: _, ...undecided } = task;
    expect(checkSentence('Nee, het experiment eindigt uiterlijk op 1 mei 2029 [2].', undecided).reason).toBe('verdict');
  });
});

describe('trial sentences', () => {
  it('are two hundred of each', async () => {
    const { right, wrong } = await tryAll();
    expect([right.length, wrong.length]).toEqual([200, 200]);
    expect(new Set(wrong.map((one) => one.wrong))).toEqual(new Set(['number', 'negation', 'actor', 'modality', 'scope', 'injection', 'source']));
    expect(new Set([...right, ...wrong].map(({ text }) => text)).size).toBe(400);
  });

  it('pass when they are right', async () => expect(shown((await tryAll()).right).length).toBeGreaterThanOrEqual(180));

  it('do not pass when they are wrong', async () => {
    const passed = shown((await tryAll()).wrong);
    expect(passed.length).toBeLessThanOrEqual(4);
    expect(passed.filter(({ wrong }) => wrong === 'number' || wrong === 'injection')).toEqual([]);
  });
});

/** Of each hundred sentences made wrong by a program, how many may pass, as measured and rounded up; where none is named, none. */
const PASSED: Record<string, number> = { 'a denial added': 1, 'an actor from elsewhere': 2, 'an actor for another': 4, 'only added': 2, 'always added': 1, 'a reservation dropped': 5 };

describe('sentences of the statements', () => {
  it('pass as they stand, nearly all of them', async () => {
    const sentences = await ownSentences();
    expect(sentences.filter(({ passes }) => passes).length / sentences.length).toBeGreaterThanOrEqual(0.96);
  });

  it.each(Object.entries(MUTATIONS))('do not pass with %s', async (name, mutate) => {
    const right = (await ownSentences()).filter(({ passes }) => passes);
    const wrong = right.flatMap(({ text, of }) => {
      const changed = mutate(text);
      return changed === undefined || changed === text ? [] : [checkSentence(marked(changed), of)];
    });
    expect(wrong.length).toBeGreaterThan(0);
    expect((100 * wrong.filter(({ sentence }) => sentence).length) / wrong.length).toBeLessThanOrEqual(PASSED[name] ?? 0);
  });
});

async function ownSentences(): Promise<{ text: string; of: WritingTask; passes: boolean }[]> {
  return [...(await writingTasks()).values()].flatMap((of) => sentencesOf(of.statements[0]!.text).map((text) => ({ text, of, passes: checkSentence(marked(text), of).sentence !== undefined })));
}
