import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Answer, Block, TraceStep, type AskRequest } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { Answerer } from './answerer.ts';
import { WordedAnswerer } from '../assistant/worded-answerer.ts';
import type { AboutSituation, QuestionRules, Tools } from './draft.ts';
import { isVerified } from './is-verified.ts';
import { smallTools } from './testing/small-answerer.ts';

let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'situation-'));
  tools = await smallTools(root, [smallDocument('gids', ['De gemeente betaalt het overleg met de huisarts.', 'De huisarts krijgt een tarief.', 'Overleg zit in het tarief.'])]);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const QUESTION = 'Wie betaalt het overleg met de huisarts?';

/** A quote of the only document. */
function quoteOf(words: string): { documentId: string; start: number; end: number } {
  const [document] = [...tools.index.documents.values()];
  const start = document!.text.indexOf(words);
  return { documentId: document!.id, start, end: start + words.length };
}

function situation(change: Partial<AboutSituation> = {}): AboutSituation {
  const leading = { id: 'a', title: 'A', status: 'van-toepassing' as const, payment: 'in-tarief' as const, reason: 'Overleg zit in het tarief.', fits: true, quotes: [quoteOf('Overleg zit in het tarief.')] };
  const other = { ...leading, id: 'b', title: 'B', status: 'niet-van-toepassing' as const, fits: false, quotes: [] };
  return {
    understood: [{ factId: 'onderwerp', value: 'groep', label: 'Over een groep', from: 'vraag' }],
    routes: [leading, other],
    lead: { text: 'Geen aparte betaaltitel.', routeId: 'a' },
    ask: { factId: 'sector', question: 'In welke sector?', help: '', choices: [{ value: 'weet-niet', label: 'Weet ik niet' }] },
    link: '/check#onderwerp=groep',
    leads: true,
    isReply: false,
    ...change,
  };
}

const rulesWith = (about: AboutSituation | undefined): QuestionRules => ({
  aboutQuestion: () => ({ routes: [], understood: [], missingByRoute: {}, link: '/check' }),
  routesInQuestion: () => [],
  aboutSituation: () => about,
});

const answer = (about: AboutSituation | undefined, { question = QUESTION, ...more }: Partial<AskRequest> = {}, with_: Partial<Tools> = {}) =>
  new Answerer({ ...tools, ...with_, rules: rulesWith(about) }).answer({ question, ...more });

/** Refuses whatever is found. */
const strict = (): Partial<Tools> => ({ calibration: { ...tools.calibration, thresholds: { full: 1e6, lexical: 1e6 } } });

describe('an answer about the asker’s situation', () => {
  it('begins with how the asker is paid, proven, and ends with all routes and the question back', async () => {
    const { blocks, citations, situation: made, trace } = await answer(situation());
    expect(blocks[0]).toEqual({ type: 'lead', text: 'Geen aparte betaaltitel.', routeId: 'a', citations: made?.lead?.citations });
    const [n] = made!.lead!.citations;
    expect(citations[n! - 1]?.quote).toBe('Overleg zit in het tarief.');
    expect(blocks.find((block) => block.type === 'quote' && block.n === n)).toMatchObject({ role: 'proof' });
    const last = blocks.find(({ type }) => type === 'situation');
    expect(last).toMatchObject({ understood: ['Over een groep.'], link: '/check#onderwerp=groep', routes: [{ id: 'a', citations: [n] }, { id: 'b', citations: [] }], ask: { factId: 'sector' } });
    expect(blocks.findIndex(({ type }) => type === 'situation')).toBeGreaterThan(blocks.findLastIndex(({ type }) => type === 'quote'));
    expect(made).toMatchObject({ link: '/check#onderwerp=groep', ask: { factId: 'sector' }, understood: [{ factId: 'onderwerp' }] });
    for (const block of blocks) expect(Block.parse(block)).toEqual(block);
    for (const entry of trace) expect(TraceStep.parse(entry)).toEqual(entry);
  });

  it('numbers its citations after the answer’s own, each place once, at most four more', async () => {
    const quotes = ['De gemeente', 'gemeente betaalt', 'het overleg met', 'De huisarts', 'krijgt een', 'een tarief', 'Overleg zit'].map(quoteOf);
    const routes = quotes.map((quote, at) => ({ ...situation().routes[0]!, id: `r${at}`, quotes: [quote, quote] }));
    const plain = await answer(undefined);
    const { citations } = await answer(situation({ routes, lead: { text: 'x', routeId: 'r0' } }));
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
    expect(citations.slice(0, plain.citations.length).map(({ quote }) => quote)).toEqual(plain.citations.map(({ quote }) => quote));
    expect(citations.length - plain.citations.length).toBeLessThanOrEqual(4);
    for (const citation of citations) expect(isVerified(citation, tools.index.documents)).toBe(true);
  });

  it('is never refused, and is refused as before where the situation is not what is asked', async () => {
    const led = await answer(situation(), {}, strict());
    expect(led.outcome).toBe('beantwoord');
    expect(led.blocks.map(({ type }) => type)).toEqual(['lead', ...led.citations.map(() => 'quote'), 'situation']);
    const beside = await answer(situation({ leads: false }), {}, strict());
    expect(beside.outcome).toBe('niet-in-bronnen');
    expect(beside.situation?.ask?.factId).toBe('sector');
    expect(beside.situation).not.toHaveProperty('lead');
    expect((await answer(undefined, {}, strict())).blocks.map(({ type }) => type)).toEqual(['refusal']);
  });

  it('of a reply answers nothing else', async () => {
    const { blocks, citations } = await answer(situation({ isReply: true }), { question: 'ja' });
    expect(blocks.filter(({ type }) => type === 'quote')).toHaveLength(1);
    expect(citations).toHaveLength(1);
    expect(blocks[0]?.type).toBe('lead');
  });

  it('says nothing on a quote that is not verbatim', async () => {
    const wrong = { ...quoteOf('Overleg zit in het tarief.'), documentId: 'weg' };
    const { situation: made } = await answer(situation({ isReply: true, routes: [{ ...situation().routes[0]!, quotes: [wrong] }] }), { question: 'ja' });
    expect(made?.routes[0]?.citations).toEqual([]);
  });

  it('travels whole: the lead is the direct answer', async () => {
    const worded = await new WordedAnswerer({ ...tools, rules: rulesWith(situation()) }).ask({ question: QUESTION });
    expect(Answer.parse(worded)).toEqual(worded);
    expect(worded.direct?.text.startsWith('Geen aparte betaaltitel.')).toBe(true);
    expect(worded.situation?.lead?.routeId).toBe('a');
  });

  it('is not begun where the facts beside the question cannot be read', async () => {
    const aboutSituation = vi.fn();
    const checkGiven = () => {
      throw new BadInputError('Het feit "kleur" bestaat niet.');
    };
    const onStep = vi.fn();
    await expect(new Answerer({ ...tools, rules: { ...rulesWith(undefined), aboutSituation, checkGiven } }).answer({ question: QUESTION, facts: { kleur: 'rood' } }, { onStep })).rejects.toThrow('kleur');
    expect(onStep).not.toHaveBeenCalled();
    expect(aboutSituation).not.toHaveBeenCalled();
  });
});
