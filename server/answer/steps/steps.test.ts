import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CanonicalDocument } from '../../corpus/document.ts';
import { ModelUnavailableError, QueueFullError } from '../../errors.ts';
import { smallDocument } from '../../search/testing/small-index.ts';
import { HybridRetriever } from '../../search/retriever.ts';
import { CALIBRATION } from '../calibration.ts';
import { newDraft, wholeOf, type AboutQuestion, type Draft, type Tools } from '../draft.ts';
import { runSteps } from '../pipeline.ts';
import type { Step, Turn } from '../step.ts';
import { smallTools } from '../testing/small-answerer.ts';
import { WORDS_WORK } from '../work.ts';
import { judge } from './judge.ts';
import { notices } from './notices.ts';
import { quote } from './quote.ts';
import { rank } from './rank.ts';
import { read } from './read.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { select } from './select.ts';
import { verify } from './verify.ts';

const compound = 'Wie betaalt de huisarts en wanneer eindigt het experiment?';
let root: string;
let tools: Tools;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'steps-'));
  tools = await smallTools(root, [
    smallDocument('gids', ['De gemeente betaalt het overleg met de huisarts.', 'Het voorgenomen experiment eindigt uiterlijk in 2029.']),
    smallDocument('brief', ['De verzekeraar betaalt de huisarts voor het overleg.']),
  ]);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A draft after these steps. */
async function after(question: string, ...steps: Step[]): Promise<Draft> {
  const draft = newDraft({ question }, '2026-01-31');
  await runSteps(steps, draft, tools);
  return draft;
}

describe('read', () => {
  it('reads the question and each part of a compound one', async () => {
    const draft = newDraft({ question: compound }, '2026-01-31');
    expect(read(draft, tools)).toMatchObject({ language: 'nl', isFollowUp: false, parts: ['Wie betaalt de huisarts', 'wanneer eindigt het experiment?'] });
    expect(draft.findings.map(({ question }) => question.profile.text)).toEqual([compound, 'Wie betaalt de huisarts', 'wanneer eindigt het experiment?']);
  });

  it('reads each part once, and of many no more than are answered apart: the answer says so', () => {
    const draft = newDraft({ question: Array(33).fill('Wie betaalt PGAZ? Wat is O&I?').join(' ') }, '2026-01-31');
    read(draft, tools);
    expect(draft.findings.slice(1).map(({ question }) => question.profile.text)).toEqual(['Wie betaalt PGAZ?', 'Wat is O&I?']);
    expect(draft.unread).toEqual([]);
    const many = newDraft({ question: ['de arts', 'de zorg', 'het plan', 'de groep', 'de proef', 'het eind'].map((what) => `Wie betaalt ${what}?`).join(' ') }, '2026-01-31');
    read(many, tools);
    expect(many.findings).toHaveLength(5);
    expect(many.unread).toEqual(['Wie betaalt de proef?', 'Wie betaalt het eind?']);
    expect(notices(many, tools)).toMatchObject({ kinds: ['many-parts'] });
  });

  it('reads of a long history no more than a question may hold', () => {
    const history = [{ role: 'user' as const, content: '1234567890'.repeat(480) }];
    const found = read(newDraft({ question: 'en wat kost dat?', history }, '2026-01-31'), tools);
    expect(found).toMatchObject({ isFollowUp: true });
    expect(found.standalone.length).toBeLessThanOrEqual(1000 + ' en wat kost dat?'.length);
  });

  it('reads a follow-up with the question before, not with the answer', () => {
    const history = [
      { role: 'user' as const, content: 'Wie betaalt het overleg?' },
      { role: 'assistant' as const, content: 'Het weer wordt zonnig.' },
    ];
    const found = read(newDraft({ question: 'en de huisarts?', history }, '2026-01-31'), tools);
    expect(found).toMatchObject({ isFollowUp: true, standalone: 'Wie betaalt het overleg? en de huisarts?' });
  });
});

describe('search', () => {
  const failing = (error: Error): Tools => ({
    ...tools,
    retriever: Object.assign(Object.create(HybridRetriever.prototype) as HybridRetriever, {
      retrieve: () => Promise.reject(error),
      retrieveLexically: tools.retriever.retrieveLexically.bind(tools.retriever),
    }),
  });

  it('searches the whole and each part with the model', async () => {
    const draft = await after(compound, read);
    const onSearch = vi.fn();
    const found = await search(draft, tools, { onSearch });
    expect(found).toMatchObject({ by: 'model', found: [{ question: compound }, {}, { question: 'wanneer eindigt het experiment?' }] });
    expect(draft.findings.every(({ retrieval }) => retrieval.semantic && retrieval.passages.length > 0)).toBe(true);
    expect(onSearch.mock.calls).toEqual([['model']]);
  });

  it.each([
    [new QueueFullError('vol'), 'busy'],
    [new ModelUnavailableError('weg'), 'model-failed'],
  ] as const)('goes on by words and says why: %o', async (error, because) => {
    const draft = await after(compound, read);
    const onSearch = vi.fn();
    expect(await search(draft, failing(error), { onSearch })).toMatchObject({ by: 'words', because });
    expect(draft.wordsOnly).toBe(because);
    expect(draft.findings).toHaveLength(1);
    expect(wholeOf(draft).retrieval).toMatchObject({ semantic: false });
    expect(wholeOf(draft).retrieval.passages.length).toBeGreaterThan(0);
    expect(onSearch.mock.calls).toEqual([['model'], ['words', because]]);
  });

  it('lets any other fault pass', async () => {
    const draft = await after(compound, read);
    await expect(search(draft, failing(new RangeError('stuk')), {})).rejects.toThrow(RangeError);
    expect(draft.wordsOnly).toBeUndefined();
  });

  it('asks for a turn for each question, the first with what all of them will ask of the model', async () => {
    const draft = await after(compound, read);
    const turns: Turn[] = [];
    const pace = async <Result>(work: () => Result | Promise<Result>, turn: Turn) => {
      turns.push(turn);
      return work();
    };
    await search(draft, tools, { pace });
    expect(turns).toHaveLength(draft.findings.length);
    expect(turns[0]!.load).toBeGreaterThan(turns.reduce((all, { cost }) => all + cost, 0));
    expect(turns.slice(1).map(({ load }) => load)).toEqual(turns.slice(1).map(() => undefined));
    turns.length = 0;
    await search(draft, tools, { pace, wordsOnly: 'busy' });
    expect(turns).toEqual([{ cost: WORDS_WORK }]);
  });

  it('goes on by words when its turn with the model is refused, and lets go where words are refused as well', async () => {
    const refused = new QueueFullError('vol');
    const onlyWords = async <Result>(work: () => Result | Promise<Result>, { load }: Turn) => {
      if (load !== undefined) throw refused;
      return work();
    };
    expect(await search(await after(compound, read), tools, { pace: onlyWords })).toMatchObject({ by: 'words', because: 'busy' });
    await expect(search(await after(compound, read), tools, { pace: () => Promise.reject(refused) })).rejects.toBe(refused);
  });
});

describe('rank', () => {
  it('orders sentences by their score', async () => {
    const draft = await after('Wie betaalt de huisarts?', read, search);
    const found = await rank(draft, tools);
    const scores = wholeOf(draft).candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(found.found[0]).toMatchObject({ sentences: 3, best: [{ text: wholeOf(draft).candidates[0]!.text }, {}, {}] });
  });
});

describe('select', () => {
  it('accounts for every sentence: quoted, or left out for a reason', async () => {
    const draft = await after('Wie betaalt de huisarts?', read, search, rank);
    select(draft);
    const { candidates, evidence, leftOut } = wholeOf(draft);
    for (const candidate of candidates) {
      const quoted = evidence.some(({ document, first, last }) => document === candidate.document && candidate.sentence >= first && candidate.sentence < last);
      expect(quoted !== leftOut.some((left) => left.candidate === candidate)).toBe(true);
    }
  });
});

describe('judge', () => {
  const strict = (threshold: number): Tools => {
    const withThreshold = { thresholds: { full: threshold, lexical: threshold } };
    return { ...tools, calibration: { ...CALIBRATION, ...withThreshold } };
  };
  const ready = () => after('Wie betaalt de huisarts?', read, search, rank, select);

  it('gives the figure that decided as the sum of what it shows', async () => {
    const onConfidence = vi.fn();
    const [found] = judge(await ready(), tools, { onConfidence }).found;
    const sum = found!.features.reduce((total, { contribution }) => total + contribution, found!.bias);
    expect(sum - found!.threshold).toBeCloseTo(found!.confidence, 6);
    expect(onConfidence).toHaveBeenCalledExactlyOnceWith(found!.confidence);
  });

  it('refuses below the threshold and says what lies nearest; further below not even that', async () => {
    const draft = await ready();
    const { confidence, threshold } = judge(structuredCloneOf(draft), tools, {}).found[0]!;
    const score = confidence + threshold;
    const near = await ready();
    judge(near, strict(score + 1), {});
    expect(near).toMatchObject({ refused: true, blocks: [{ type: 'refusal', nearest: { page: 1, published: '2024-07' } }] });
    const far = await ready();
    judge(far, strict(score + 3.5), {});
    expect(far.blocks).toEqual([{ type: 'refusal', slot: 'onderwerp', missing: 'Een antwoord hierop vind ik niet in de bronnen.', turnTo: [], newest: '2024-07' }]);
    const answered = await ready();
    judge(answered, strict(score - 1), {});
    expect(answered).toMatchObject({ refused: false, blocks: [] });
  });

  it('wants something to judge', async () => {
    await expect(after('Wie betaalt de huisarts?', read, search, judge)).rejects.toThrow(TypeError);
  });
});

describe('quote', () => {
  it('quotes for the parts that are answered and names the others as open', async () => {
    const draft = await after(compound, read, search, rank, select, judge);
    draft.findings[2]!.judgement!.confidence = -5;
    const found = quote(draft, tools);
    expect(found.open).toEqual(['wanneer eindigt het experiment?']);
    expect(draft.open).toEqual(found.open);
    const [first] = draft.planned;
    expect(first!.document.text.slice(first!.start, first!.end)).toContain('huisarts');
    expect(found.quotes).toHaveLength(draft.planned.length);
  });

  it('quotes nothing for a question that is refused', async () => {
    const draft = await after(compound, read, search, rank, select, judge);
    draft.refused = true;
    expect(quote(draft, tools)).toMatchObject({ quotes: [], open: [] });
    expect(draft.planned).toEqual([]);
  });
});

describe('verify', () => {
  const quoted = () => after(compound, read, search, rank, select, judge, quote);

  it('lays the quotes, then what is open', async () => {
    const draft = await quoted();
    draft.open = ['en de tandarts?'];
    verify(draft, tools);
    expect(draft.blocks.map(({ type }) => type)).toEqual([...draft.citations.map(() => 'quote'), 'gap']);
    expect(draft.blocks[0]).toMatchObject({ n: 1, source: `de ${draft.citations[0]!.documentId}` });
  });

  /** The citations of these plans are made from a text that is not the index's. */
  const spoil = (draft: Draft, change: Partial<CanonicalDocument>, which: (i: number) => boolean): void => {
    draft.planned = draft.planned.map((plan, i) => (which(i) ? { ...plan, document: { ...plan.document, ...change } } : plan));
  };

  it('withholds what is not verbatim, counts it and closes the hole in the numbers', async () => {
    const draft = await quoted();
    const before = draft.planned.length;
    expect(before).toBeGreaterThan(1);
    spoil(draft, { text: draft.planned[0]!.document.text.toUpperCase() }, (i) => i === 0);
    const { document, start, end } = draft.planned.at(-1)!;
    const onWithheld = vi.fn();
    expect(verify(draft, { ...tools, onWithheld })).toEqual({ step: 'verify', verified: before - 1, withheld: 1 });
    expect(onWithheld).toHaveBeenCalledWith(1);
    expect(draft.citations.map(({ n }) => n)).toEqual(Array.from({ length: before - 1 }, (_, i) => i + 1));
    expect(draft.citations.at(-1)!.quote).toBe(document.text.slice(start, end));
  });

  it('refuses when nothing is left: no claim without a quote', async () => {
    const draft = await quoted();
    spoil(draft, { pageStarts: [-1, 0] }, () => true);
    expect(verify(draft, tools)).toMatchObject({ verified: 0, withheld: draft.planned.length });
    expect(draft).toMatchObject({ refused: true, citations: [], blocks: [{ type: 'refusal' }] });
  });
});

describe('rules', () => {
  const about: AboutQuestion = {
    routes: [{ id: 'pgaz', title: 'PGAZ', status: 'onbekend' }],
    understood: [{ factId: 'onderwerp', value: 'groep', label: 'Het gaat over een groep.' }],
    missingByRoute: { pgaz: ['a', 'b', 'c'].map((factId) => ({ factId, question: `Vraag ${factId}?` })) },
    link: '/check#onderwerp=groep',
  };
  const asked = async (answer: AboutQuestion, change: Partial<Draft> = {}) => {
    const draft = Object.assign(await after('Kan een groep via PGAZ?', read), change);
    return { draft, found: rules(draft, { ...tools, rules: { aboutQuestion: () => answer, routesInQuestion: () => [] } }) };
  };

  it('tells what was understood and at most two open questions a route', async () => {
    const { draft, found } = await asked(about);
    expect(draft.blocks).toEqual([
      { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#onderwerp=groep' },
      { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'onbekend', open: ['Vraag a?', 'Vraag b?'] },
    ]);
    expect(found.routes).toEqual([{ id: 'pgaz', status: 'onbekend', open: ['a', 'b', 'c'] }]);
  });

  it.each([
    ['with what was understood', about, {}],
    ['where nothing else was understood', { ...about, understood: [] }, {}],
    ['where the sources do not answer', about, { refused: true }],
  ])('offers a plan for a network, %s', async (_, answer, change) => {
    const draft = Object.assign(await after('Kan een groep via PGAZ?', read), change);
    const plan = { participants: [{ name: 'huisartsen', count: 4 }], link: '/plan?deelnemer=4*huisartsen' };
    const networkIn = (question: string) => (question === draft.request.question ? plan : undefined);
    rules(draft, { ...tools, rules: { aboutQuestion: () => answer, routesInQuestion: () => [], networkIn } });
    expect(draft.blocks[0]).toEqual({ type: 'situation', understood: answer.understood.map(({ label }) => label), link: answer.link, plan });
    expect(draft.blocks.some(({ type }) => type === 'route')).toBe(!draft.refused);
  });

  it.each([
    ['no fact was stated', { ...about, understood: [] }, {}],
    ['the question is refused', about, { refused: true }],
  ])('only remembers the routes when %s', async (_, answer, change) => {
    const { draft } = await asked(answer, change);
    expect(draft).toMatchObject({ blocks: [], routes: about.routes });
  });
});

describe('notices', () => {
  const cited = () => after('Wanneer eindigt het experiment?', read, search, rank, select, judge, quote, verify);

  it('says first that words alone decided, then what the quotes are worth', async () => {
    const draft = Object.assign(await cited(), { wordsOnly: 'busy' as const });
    const found = notices(draft, tools);
    expect(found.kinds).toEqual(['busy', 'intention']);
    expect(draft.blocks.filter(({ type }) => type === 'notice')).toEqual([
      { type: 'notice', kind: 'busy' },
      { type: 'notice', kind: 'intention' },
    ]);
  });

  it('says that sources contradict each other only of the route that the answer begins with', async () => {
    const draft = await cited();
    const [{ n } = { n: 0 }] = draft.citations;
    const betwist = { id: 'pgaz', title: 'PGAZ', status: 'betwist' as const, payment: 'apart' as const, reason: 'x', citations: [n, n + 1] };
    const other = { ...draft.citations[0]!, n: n + 1, documentId: 'brief', start: 0, end: 3 };
    const about = { understood: [], routes: [], link: '/check', leads: true, isReply: false };
    const documents = new Map([...tools.index.documents].map(([id, document], at) => [id, { ...document, authority: at + 1 }]));
    const weighed = { ...tools, index: { ...tools.index, documents } as unknown as Tools['index'] };
    const kindsOf = (routeId: string) =>
      notices({ ...draft, blocks: [], citations: [draft.citations[0]!, other], about: { ...about, lead: { text: 'x', routeId } }, situation: { understood: [], link: '/check', routes: [betwist] } }, weighed).kinds;
    expect([kindsOf('pgaz'), kindsOf('oi')]).toEqual([['sources-differ'], []]);
  });

  it('says of a refusal only that words alone decided', async () => {
    const draft = Object.assign(await cited(), { refused: true, wordsOnly: 'model-failed' as const });
    expect(notices(draft, tools)).toMatchObject({ kinds: ['model-failed'], terms: [] });
  });
});

/** A draft with findings of its own, so that it can be judged twice. */
function structuredCloneOf(draft: Draft): Draft {
  return { ...draft, findings: draft.findings.map((finding) => ({ ...finding })), blocks: [...draft.blocks] };
}
