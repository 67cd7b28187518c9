import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { quoteFrom, smallMissing, smallStatement } from '../../search/testing/small-asked.ts';
import { smallDocument } from '../../search/testing/small-index.ts';
import { newDraft, wholeOf, type Draft, type Tools } from '../draft.ts';
import { PIPELINE, runSteps } from '../pipeline.ts';
import { smallTools } from '../testing/small-answerer.ts';
import { match } from './match.ts';
import { say } from './say.ts';
import { suggest } from './suggest.ts';
import { verify } from './verify.ts';

const gids = smallDocument('gids', ['De gemeente betaalt het overleg.', 'Het experiment eindigt in 2029.', 'Dat geldt niet voor de huisarts.']);
const brief = smallDocument('brief', ['De verzekeraar betaalt de huisarts.']);
const statements = [
  smallStatement('gemeente', [quoteFrom(gids, 'De gemeente betaalt het overleg.')], { asks: ['gemeente overleg', 'Wie betaalt het overleg?'], routes: ['sociaal-domein'] }),
  smallStatement('einde', [quoteFrom(gids, 'Het experiment eindigt in 2029.')], { asks: ['Wanneer eindigt het experiment?', 'When does the experiment end?'] }),
  smallStatement('uitzondering', [quoteFrom(gids, 'Dat geldt niet voor de huisarts.')], { asks: ['uitzondering huisarts'], limits: ['gemeente'] }),
  smallStatement('verzekeraar', [quoteFrom(brief, 'De verzekeraar betaalt de huisarts.')], { asks: ['wie betaalt de huisarts', `Wie betaalt de huisarts ${'en de rest van het overleg '.repeat(4)}?`, 'Betaalt de verzekeraar de huisarts?'] }),
];
const missing = [smallMissing('uurtarief', { words: ['uurtarief'], documents: ['gids', 'brief'] })];
let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'statements-'));
  tools = await smallTools(root, [gids, brief], { statements, missing });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A draft up to and with a step, or all of them. */
async function after(question: string, last?: string, change: Partial<Tools> = {}): Promise<Draft> {
  const draft = newDraft({ question }, '2026-01-31');
  const at = PIPELINE.findIndex(({ name }) => name === last);
  await runSteps(at < 0 ? PIPELINE : PIPELINE.slice(0, at + 1), draft, { ...tools, ...change });
  return draft;
}
const saidIn = ({ blocks }: Draft) => blocks.flatMap((block) => (block.type === 'statement' ? [[block.role, block.id, block.citations]] : []));

describe('match', () => {
  it('finds statements best first, and what is missing, and tells both', async () => {
    const draft = await after('Wie betaalt het overleg?', 'rank');
    const found = match(draft, tools);
    expect(wholeOf(draft).statements[0]!.entry.statement.id).toBe('gemeente');
    const scores = wholeOf(draft).statements.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(found.found[0]!.best[0]).toMatchObject({ id: 'gemeente', nearest: expect.closeTo(1, 2) as number });
    expect(found.missing).toMatchObject({ id: 'uurtarief', byWord: false });
  });

  it('asks which routes the question names', async () => {
    const routesInQuestion = vi.fn(() => ['pgaz']);
    const aboutQuestion = () => ({ routes: [], understood: [], missingByRoute: {}, link: '' });
    match(await after('Wie betaalt het overleg?', 'rank'), { ...tools, rules: { aboutQuestion, routesInQuestion } });
    expect(routesInQuestion).toHaveBeenCalledWith('Wie betaalt het overleg?');
  });

  it('finds nothing in an index without', async () => {
    const draft = await after('Wie betaalt het overleg?', 'rank');
    expect(match(draft, { ...tools, statements: undefined, missing: undefined })).toEqual({ step: 'match', found: [{ question: 'Wie betaalt het overleg?', best: [] }] });
  });
});

describe('say', () => {
  it('says the statement that answers with what limits it', async () => {
    const draft = await after('Wie betaalt het overleg?', 'judge');
    const found = say(draft, tools);
    expect(found.statements.slice(0, 1)).toEqual([{ id: 'gemeente', role: 'answer' }]);
    expect(found.statements).toContainEqual({ id: 'uitzondering', role: 'limit' });
  });

  it('adds to what pays in a situation only what is said of routes that fit', async () => {
    const draft = await after('Wie betaalt het overleg?', 'judge');
    const about = (routeId: string, fits: boolean, leads = true) => ({ understood: [], routes: [{ id: routeId, title: routeId, status: 'nog-niet' as const, payment: 'apart' as const, reason: 'x', quotes: [], fits }], lead: { text: 'Dit past.' }, link: '/check', leads, isReply: false });
    const saidWith = (...args: Parameters<typeof about>) => say({ ...draft, about: about(...args) }, tools).statements.length;
    expect([saidWith('sociaal-domein', false), saidWith('elders', true)]).toEqual([0, 0]);
    expect(saidWith('sociaal-domein', true)).toBeGreaterThan(0);
    expect(saidWith('sociaal-domein', false, false)).toBeGreaterThan(0);
  });

  it.each([
    ['is refused', { refused: true }, {}],
    ['meets an index without statements', {}, { statements: undefined }],
  ])('says nothing to a question that %s', async (_, change, without) => {
    const draft = Object.assign(await after('Wie betaalt het overleg?', 'judge'), change);
    expect(say(draft, { ...tools, ...without })).toEqual({ step: 'say', statements: [] });
    expect(draft.said).toBeUndefined();
  });
});

describe('verify', () => {
  /** The citation of this sentence is made from a text that is not the index's. */
  function spoil(draft: Draft, sentence: string): void {
    const { length } = draft.planned;
    draft.planned = draft.planned.map((plan) => (plan.document.text.slice(plan.start, plan.end) === sentence ? { ...plan, document: { ...plan.document, pageStarts: [-1, 0] } } : plan));
    expect(draft.planned).toHaveLength(length);
  }
  const quoted = () => after('Wie betaalt het overleg?', 'quote');

  it('says each statement with the numbers of what proves it, before the quotes; one quote is shown', async () => {
    const draft = await quoted();
    verify(draft, tools);
    const quoteOf = (n: number) => draft.citations[n - 1]!.quote;
    expect(saidIn(draft)[0]).toEqual(['answer', 'gemeente', [1]]);
    expect(quoteOf(1)).toBe('De gemeente betaalt het overleg.');
    const [, , limit] = saidIn(draft).find(([role]) => role === 'limit')!;
    expect((limit as number[]).map(quoteOf)).toEqual(['Dat geldt niet voor de huisarts.']);
    const roles = draft.blocks.flatMap((block) => (block.type === 'quote' ? [block.role] : []));
    expect(roles).toEqual(['proof', ...roles.slice(1).map(() => 'more')]);
  });

  it('does not say an answer whose exception cannot be proven; the quotes are the answer then', async () => {
    const draft = await quoted();
    spoil(draft, 'Dat geldt niet voor de huisarts.');
    const onWithheld = vi.fn();
    verify(draft, { ...tools, onWithheld });
    expect(saidIn(draft)).toEqual([]);
    expect(draft.refused).toBe(false);
    expect(onWithheld).toHaveBeenCalledOnce();
    expect(onWithheld.mock.calls[0]![0]).toBeGreaterThan(1);
    expect(draft.blocks.find((block) => block.type === 'quote')).toMatchObject({ n: 1, role: 'answer' });
    expect(draft.citations.map(({ quote }) => quote)).not.toContain('Dat geldt niet voor de huisarts.');
  });

  it('does not say an answer that cannot be proven itself, nor its verdict', async () => {
    const draft = await quoted();
    draft.said!.verdict = 'ja';
    spoil(draft, 'De gemeente betaalt het overleg.');
    verify(draft, tools);
    expect(draft.blocks.filter(({ type }) => type === 'statement' || type === 'verdict')).toEqual([]);
  });

  it('says the verdict first where all is proven', async () => {
    const draft = await quoted();
    draft.said!.verdict = 'nee';
    verify(draft, tools);
    expect(draft.blocks[0]).toEqual({ type: 'verdict', verdict: 'nee' });
  });

  it('leaves out of a list only the item that cannot be proven', async () => {
    const draft = await quoted();
    draft.said = { statements: draft.said!.statements.map((one) => (one.role === 'limit' ? { ...one, role: 'item' } : one)) };
    spoil(draft, 'Dat geldt niet voor de huisarts.');
    verify(draft, tools);
    expect(saidIn(draft)[0]).toEqual(['answer', 'gemeente', [1]]);
    expect(saidIn(draft).map(([, id]) => id)).not.toContain('uitzondering');
  });
});

describe('suggest', () => {
  it('gives whole questions of neighbours in the language of the question, never what was said or asked', async () => {
    const draft = await after('Wie betaalt het overleg?');
    const said = draft.said!.statements.map(({ entry }) => entry.statement.id);
    const all = ['Wie betaalt het overleg?', 'Wanneer eindigt het experiment?', 'Betaalt de verzekeraar de huisarts?'];
    const left = all.filter((_, i) => !said.includes(['gemeente', 'einde', 'verzekeraar'][i]!));
    expect(left.length).toBeGreaterThan(0);
    expect([...draft.suggestions].sort()).toEqual([...left].sort());
  });

  it('speaks English to who asks in English', async () => {
    const draft = await after('Who pays for the meeting of the gemeente?', 'judge');
    draft.said = { statements: [] };
    expect(suggest(draft, tools).suggestions).toEqual(['When does the experiment end?']);
  });

  it('does not repeat the question, whatever its capitals', async () => {
    const draft = await after('WANNEER EINDIGT HET EXPERIMENT?', 'judge');
    draft.said = { statements: [] };
    expect(suggest(draft, tools).suggestions).not.toContain('Wanneer eindigt het experiment?');
  });

  it('gives at most three, and helps who is refused too', async () => {
    const many = Array.from({ length: 6 }, (_, i) => smallStatement(`s${i}`, [quoteFrom(gids, 'De gemeente betaalt het overleg.')], { asks: [`Vraag ${'abcdef'[i]}?`] }));
    const of = await smallTools(join(root, 'many'), [gids], { statements: many });
    const draft = newDraft({ question: 'Wie betaalt de tandarts?' }, '2026-01-31');
    await runSteps(PIPELINE, draft, { ...of, calibration: { ...of.calibration, thresholds: { full: 1e6, lexical: 1e6 } } });
    expect(draft.refused).toBe(true);
    expect(draft.suggestions).toHaveLength(3);
  });

  it('has none without statements', async () => {
    expect((await after('Wie betaalt het overleg?', undefined, { statements: undefined })).suggestions).toEqual([]);
  });
});
