import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Block, TraceStep } from '../contract.ts';
import { quoteFrom, smallMissing, smallStatement } from '../search/testing/small-asked.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { Answerer } from './answerer.ts';
import { newDraft, type Tools } from './draft.ts';
import { isVerified } from './is-verified.ts';
import { PIPELINE, runSteps } from './pipeline.ts';
import type { Pace, Step } from './step.ts';
import { smallTools } from './testing/small-answerer.ts';
import { STEP_WORK } from './work.ts';

let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pipeline-'));
  const gids = smallDocument('gids', ['De gemeente betaalt het overleg met de huisarts.', 'Het voorgenomen experiment eindigt uiterlijk in 2029.']);
  const brief = smallDocument('brief', ['De verzekeraar betaalt de huisarts voor het overleg.']);
  const statements = [
    smallStatement('gemeente', [quoteFrom(gids, 'De gemeente betaalt het overleg met de huisarts.')], { asks: ['Wie betaalt het overleg met de huisarts?'], decides: [{ asks: 'Betaalt de gemeente het overleg?', verdict: 'ja' }] }),
    smallStatement('verzekeraar', [quoteFrom(brief, 'De verzekeraar betaalt de huisarts voor het overleg.')], { limits: ['gemeente'], asks: ['Betaalt de verzekeraar de huisarts?'] }),
    smallStatement('einde', [quoteFrom(gids, 'eindigt uiterlijk in 2029.')], { text: 'Het experiment eindigt uiterlijk in 2029.', asks: ['Wanneer eindigt het experiment?'] }),
  ];
  const missing = [smallMissing('tandarts', { asks: ['Betaalt de gemeente de tandarts?'], words: ['tandarts'], near: 'gemeente', documents: ['gids', 'brief'] })];
  tools = await smallTools(root, [gids, brief], { statements, missing });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const draftOf = (question = 'Wie betaalt de huisarts?') => newDraft({ question }, '2026-01-31');
const done = (name: string): Step => Object.defineProperty(() => ({ step: 'verify' as const, verified: 0, withheld: 0 }), 'name', { value: name });

describe('the pipeline', () => {
  it('is a list of steps that can be read off', () => {
    expect(PIPELINE.map(({ name }) => name)).toEqual(['read', 'search', 'rank', 'match', 'situation', 'compare', 'select', 'judge', 'say', 'quote', 'verify', 'rules', 'notices', 'suggest']);
  });

  it('leaves in the trace what each step found, as the contract describes it', async () => {
    const draft = draftOf();
    const onStep = vi.fn();
    await runSteps(PIPELINE, draft, tools, { onStep });
    expect(draft.trace.map(({ step }) => step)).toEqual(PIPELINE.map(({ name }) => name));
    for (const entry of draft.trace) expect(TraceStep.parse(entry)).toEqual(entry);
    expect(onStep.mock.calls.map(([entry]: unknown[]) => entry)).toEqual(draft.trace);
  });

  it.each(PIPELINE.map(({ name }) => name))('names the step that fails, passes its fault on and stops: %s', async (name) => {
    const failing = Object.defineProperty(() => { throw new RangeError('geheim'); }, 'name', { value: name }); // prettier-ignore
    const never = vi.fn();
    const draft = draftOf();
    const steps = PIPELINE.map((step) => (step.name === name ? failing : step));
    await expect(runSteps([...steps.slice(0, steps.indexOf(failing) + 1), never as unknown as Step], draft, tools)).rejects.toThrow(RangeError);
    expect(draft.trace.at(-1)).toEqual({ step: 'failed', failed: name, error: 'RangeError', durationMs: expect.any(Number) as number });
    // A fault's message can hold what a user typed.
    expect(JSON.stringify(draft.trace)).not.toContain('geheim');
    expect(never).not.toHaveBeenCalled();
  });

  it('stops between two steps when nobody waits any more', async () => {
    const client = new AbortController();
    const leaves = Object.assign(done('a'), {});
    const never = vi.fn();
    await expect(
      runSteps([leaves, never as unknown as Step], draftOf(), tools, { signal: client.signal, onStep: () => client.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(never).not.toHaveBeenCalled();
  });

  it('takes a turn for each step, with its cost, and none while a step waits for something outside', async () => {
    const costs: number[] = [];
    const pace: Pace = async (work, { cost }) => {
      costs.push(cost);
      return work();
    };
    const outside = Object.assign(done('model'), { waits: true });
    const large = Object.assign(done('b'), { cost: () => 30 });
    await runSteps([done('a'), outside, large], draftOf(), tools, { pace });
    expect(costs).toEqual([STEP_WORK, 30]);
  });

  it('a step that takes long for one question holds up no other', async () => {
    let finish = (): void => undefined;
    const long = Object.assign(
      async () => {
        await new Promise<void>((resolve) => (finish = resolve));
        return { step: 'verify' as const, verified: 0, withheld: 0 };
      },
      { waits: true },
    );
    const one = runSteps([...PIPELINE, long], draftOf(), tools);
    const other = draftOf('Wanneer eindigt het experiment?');
    await runSteps(PIPELINE, other, tools);
    expect(other.blocks.length).toBeGreaterThan(0);
    finish();
    await one;
  });

  it('gives blocks as soon as they are there, and together they are the answer', async () => {
    const shown: string[][] = [];
    const draft = draftOf('Wanneer eindigt het experiment?');
    const rules = { routesInQuestion: () => [], aboutQuestion: () => ({ routes: [], understood: [{ factId: 'onderwerp', value: 'groep', label: 'Het gaat over een groep.' }], missingByRoute: {}, link: '/check#onderwerp=groep' }) };
    await runSteps(PIPELINE, draft, { ...tools, rules }, { onBlocks: (blocks) => shown.push(blocks.map(({ type }) => type)) });
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.flat()).toEqual(draft.blocks.map(({ type }) => type));
  });
});

describe('small talk', () => {
  it('is answered at once: nothing is looked for', async () => {
    const draft = draftOf('Dank je wel!');
    await runSteps(PIPELINE, draft, tools);
    expect(draft.trace.map(({ step }) => step)).toEqual(['read']);
    expect(draft).toMatchObject({ blocks: [{ type: 'remark', kind: 'thanks' }], citations: [], refused: false, suggestions: [] });
  });
});

describe('any answer', () => {
  const READING_ORDER = ['remark', 'verdict', 'statement', 'table', 'quote', 'gap', 'refusal', 'situation', 'route', 'notice', 'term'];
  const word = fc.constantFrom('wie', 'betaalt', 'de', 'huisarts', 'wanneer', 'eindigt', 'het', 'experiment', 'en', 'gemeente?', 'tandarts', 'overleg', 'verzekeraar', 'is', '?');
  /** Refuses nothing that it finds, something, or everything. */
  const threshold = fc.constantFrom(-1e6, 0, 1e6);

  it('names only citations that exist, numbered without holes, verified, in reading order', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), threshold, fc.option(fc.constant('busy' as const), { nil: undefined }), async (words, least, wordsOnly) => {
        const answerer = new Answerer({ ...tools, calibration: { ...tools.calibration, thresholds: { full: least, lexical: least } } });
        const { blocks, citations, outcome, suggestions } = await answerer.answer({ question: words.join(' ') }, { wordsOnly });
        const numbers = citations.map((_, i) => i + 1);
        expect(citations.map(({ n }) => n)).toEqual(numbers);
        for (const citation of citations) expect(isVerified(citation, tools.index.documents)).toBe(true);
        expect(blocks.map(({ type }) => READING_ORDER.indexOf(type))).toEqual(blocks.map(({ type }) => READING_ORDER.indexOf(type)).toSorted((a, b) => a - b));
        for (const block of blocks) {
          expect(Block.parse(block)).toEqual(block);
          seen.add(block.type);
          if (block.type === 'statement') expect(block.citations.filter((n) => numbers.includes(n))).toEqual(block.citations);
          if (block.type === 'statement') expect(block.citations.length).toBeGreaterThan(0);
        }
        const refusal = blocks.find((block) => block.type === 'refusal');
        expect(outcome === 'niet-in-bronnen').toBe(refusal !== undefined);
        // A refusal proves at most the nearest thing that is said; an answer shows each citation as a quote.
        expect(refusal ? (refusal.near?.citations ?? []) : blocks.flatMap((block) => (block.type === 'quote' ? block.n : []))).toEqual(numbers);
        expect(refusal !== undefined || citations.length > 0).toBe(true);
        expect(suggestions.length).toBeLessThanOrEqual(3);
        expect(blocks.some((block) => block.type === 'notice' && block.kind === 'busy')).toBe(wordsOnly !== undefined);
        expect(JSON.stringify(blocks)).not.toMatch(/let op:/i);
      }),
      { numRuns: 120 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['statement', 'quote', 'refusal']));
  });
});
