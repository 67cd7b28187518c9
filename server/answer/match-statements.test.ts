import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteFrom, smallStatement } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { newDraft, wholeOf, type Finding, type Tools } from './draft.ts';
import { statementCandidates } from './match-statements.ts';
import type { StatementFeatures } from './statement-candidate.ts';
import { runSteps } from './pipeline.ts';
import { rank } from './steps/rank.ts';
import { read } from './steps/read.ts';
import { search } from './steps/search.ts';
import { smallTools } from './testing/small-answerer.ts';

const gids = smallDocument('gids', ['De gemeente betaalt het overleg.', 'Het experiment eindigt in 2029.', 'De verzekeraar betaalt de huisarts.']);
const statements = [
  smallStatement('gemeente', [quoteFrom(gids, 'De gemeente betaalt het overleg.')], { asks: ['Wie betaalt het overleg?'], decides: [{ asks: 'Betaalt de gemeente?', verdict: 'ja' }], slot: 'wie', routes: ['pgaz'] }),
  smallStatement('einde', [quoteFrom(gids, 'Het experiment eindigt in 2029.')], { asks: ['Wanneer eindigt het experiment?'], slot: 'datum', routes: ['oi'], list: ['gemeente', 'huisarts'] }),
  smallStatement('huisarts', [quoteFrom(gids, 'De verzekeraar betaalt de huisarts.')], { asks: ['Wie betaalt de huisarts?'] }),
];
let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'match-'));
  tools = await smallTools(root, [gids], { statements });
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function ranked(question: string, wordsOnly?: 'busy'): Promise<Finding> {
  const draft = newDraft({ question }, '2026-01-31');
  await runSteps([read, search, rank], draft, tools, { wordsOnly });
  return wholeOf(draft);
}

/** What speaks for each statement. */
async function featuresFor(question: string, { routes = [] as string[], wordsOnly = undefined as 'busy' | undefined } = {}): Promise<Record<string, StatementFeatures>> {
  const { candidates } = statementCandidates(await ranked(question, wordsOnly), tools.statements!, new Set(routes));
  return Object.fromEntries(candidates.map(({ entry, features }) => [entry.statement.id, features]));
}

describe('what speaks for a statement', () => {
  it('is how near the question is to its forms, and how that stands among the others', async () => {
    const { gemeente, einde, huisarts } = await featuresFor('Wie betaalt het overleg?');
    expect(gemeente!.nearest).toBeCloseTo(1, 2);
    expect(gemeente).toMatchObject({ nearestGap: 0, nearestRank: 0, shareGap: 0, wordsGap: 0, wordsRank: 0 });
    expect(huisarts!.nearestRank).toBe(1);
    expect(einde!.nearestRank).toBe(2);
    expect(einde!.nearestGap).toBeCloseTo(einde!.nearest! - gemeente!.nearest!, 6);
    expect(einde!.nearestGap).toBeLessThan(huisarts!.nearestGap!);
    expect(gemeente!.share! + einde!.share! + huisarts!.share!).toBeLessThanOrEqual(1);
  });

  it('is how near it is to its yes/no forms alone; −1 without one', async () => {
    const { gemeente, einde } = await featuresFor('Betaalt de gemeente?');
    expect(gemeente!.nearestYesNo).toBeCloseTo(1, 2);
    expect(einde!.nearestYesNo).toBe(-1);
    const other = await featuresFor('Wie betaalt het overleg?');
    expect(other['gemeente']!.nearestYesNo).toBeLessThan(other['gemeente']!.nearest!);
  });

  it('is the score of its best sentence below the best of all', async () => {
    const { gemeente, einde } = await featuresFor('Wie betaalt het overleg?');
    expect(gemeente).toMatchObject({ sentence: 0, sentenceRank: 0 });
    expect(einde!.sentence).toBeLessThan(0);
    expect(einde!.sentence).toBeGreaterThanOrEqual(-12);
  });

  it('is its share of the votes of known questions', async () => {
    const { gemeente, einde } = await featuresFor('Wie betaalt het overleg?');
    expect(gemeente!.vote).toBeGreaterThan(einde!.vote!);
    expect(gemeente!.voteRank).toBe(0);
  });

  it('is whether the question names its route, another one, or none', async () => {
    const route = async (routes: string[]) => Object.fromEntries(Object.entries(await featuresFor('Wie betaalt?', { routes })).map(([id, features]) => [id, features.route]));
    expect(await route(['pgaz'])).toEqual({ gemeente: 1, einde: -1, huisarts: 0 });
    expect(await route([])).toEqual({ gemeente: 0, einde: 0, huisarts: 0 });
  });

  it('is whether it tells the kind of thing that is asked for', async () => {
    const slots = async (question: string) => Object.fromEntries(Object.entries(await featuresFor(question)).map(([id, { slot }]) => [id, slot]));
    expect(await slots('Wanneer eindigt het?')).toEqual({ gemeente: -1, einde: 1, huisarts: -1 });
    expect(await slots('Wie betaalt?')).toEqual({ gemeente: 0, einde: 0, huisarts: 0 });
  });

  it('is what it looks like itself', async () => {
    expect((await featuresFor('Wie betaalt het overleg?'))['gemeente']).toMatchObject({ length: 5, sentences: 1, forms: 2, questionWords: 4, introducesList: 0, coverage: 1 });
    expect((await featuresFor('Wie betaalt het overleg?'))['einde']).toMatchObject({ introducesList: 1, coverage: 0 });
  });
});

it('by words alone says nothing of meaning, and still tells statements apart', async () => {
  const { gemeente, einde } = await featuresFor('Wanneer eindigt het experiment?', { wordsOnly: 'busy' });
  for (const name of ['nearest', 'nearestYesNo', 'share', 'vote', 'nearestGap', 'shareGap', 'nearestRank', 'voteRank'] as const) expect(einde).not.toHaveProperty(name);
  expect(einde).toMatchObject({ wordsRank: 0, wordsGap: 0, sentenceRank: 0, slot: 1 });
  expect(gemeente!.words).toBeLessThan(einde!.words);
});
