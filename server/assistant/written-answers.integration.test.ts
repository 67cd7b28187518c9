import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, AskRequest } from '../contract.ts';
import { loadLanguageModel } from '../llm/language-model.ts';
import { ModelWriter } from '../llm/model-writer.ts';
import { ScriptedModel, type Script, type SentData } from '../llm/testing/scripted-model.ts';
import { readConfig } from '../runtime/config.ts';
import { Metrics } from '../runtime/metrics.ts';
import { loadEngine, loadModels, type Engine } from './engine.ts';
import type { AskEvent } from './services.ts';

const QUESTIONS = [
  'Heb ik voor PGAZ een contract nodig?',
  'Wanneer eindigt het experiment met PGAZ?',
  'Geldt er eigen risico voor PGAZ?',
  'Wat is een lumpsum?',
  'Waar staat ZPM voor?',
];

let server: ScriptedModel;
let gone: string;
let metrics: Metrics;
let plain: Engine;
let withModel: Engine;
let impatient: Engine;
let withoutServer: Engine;
beforeAll(async () => {
  server = await ScriptedModel.start();
  const other = await ScriptedModel.start();
  gone = other.url;
  await other.stop();
  const config = readConfig({});
  const models = await loadModels(config);
  metrics = new Metrics();
  const engineWith = async (url: string, tokenMs = 60_000): Promise<Engine> => {
    const settings = { url, model: 'klein', maxTokens: 100, connectMs: 5_000, firstTokenMs: tokenMs, nextTokenMs: tokenMs, totalMs: 60_000 };
    // Each call is made: otherwise the breaker would answer for the model.
    return loadEngine(config.indexDir, { ...models, writer: new ModelWriter(settings, await loadLanguageModel(settings), { pauseMs: 0 }) }, metrics);
  };
  plain = await loadEngine(config.indexDir, models, new Metrics());
  withModel = await engineWith(server.url);
  impatient = await engineWith(server.url, 60);
  withoutServer = await engineWith(gone);
});
afterAll(async () => {
  await server.stop();
  await Promise.all([plain, withModel, impatient, withoutServer].map((engine) => engine.close()));
});

/** An answer without what differs each time, and without the line that says that no model wrote it. */
const essence = ({ blocks = [], citations, outcome, mode }: Answer) => ({ blocks: blocks.filter((block) => block.type !== 'notice' || block.kind !== 'not-written'), citations, outcome, mode });
const isSaid = ({ notices }: Answer): boolean => notices.filter((text) => text.includes('zonder taalmodel gemaakt')).length === 1;
const ask = (engine: Engine, request: AskRequest): Promise<Answer> => engine.answerer.ask({ asOf: '2026-01-31', ...request });
const inTurn = (data: SentData): string => data.uitspraken.map(({ tekst, bronnen }) => `${tekst.replace(/\.$/, '')} [${bronnen[0]}].`).join(' ');

describe('an answer with a language model', () => {
  it('is the model\'s where its sentences pass, in the events as in the end', async () => {
    server.script = { says: inTurn };
    const events: AskEvent[] = [];
    const answer = await withModel.answerer.ask({ question: QUESTIONS[0]!, asOf: '2026-01-31', explain: true }, { onEvent: (event) => events.push(event) });
    expect(answer.mode).toBe('llm');
    expect(answer.direct?.text).toContain(server.lastData.uitspraken[0]!.tekst.split('.')[0]);
    expect(events.flatMap((event) => (event.type === 'block' ? [event.block] : []))).toEqual(answer.blocks);
    expect(events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('')).toBe(answer.answer);
    expect(answer.trace?.find(({ step }) => step === 'write')).toMatchObject({ model: 'klein', dropped: [] });
    const { text } = await metrics.render();
    expect(text).toContain('bekostigingswijzer_llm_calls_total{model="klein",result="ok"}');
  });

  it('keeps verdict and limits of the answer without one', async () => {
    server.script = { says: inTurn };
    for (const question of QUESTIONS) {
      const [without, written] = [await ask(plain, { question }), await ask(withModel, { question })];
      const fixed = ({ blocks = [] }: Answer) => blocks.filter((block) => block.type === 'verdict' || (block.type === 'statement' && block.role === 'limit') || block.type === 'lead');
      expect(fixed(written)).toEqual(fixed(without));
      expect(written.citations).toEqual(without.citations);
    }
  });

  it('drops and counts a lie about a number', async () => {
    server.script = { says: (data) => `PGAZ geldt voor 37 jaar [${data.bronnen[0]!.nummer}].` };
    const answer = await ask(withModel, { question: QUESTIONS[1]! });
    expect(answer.answer).not.toContain('37');
    expect((await metrics.render()).text).toContain('bekostigingswijzer_llm_sentences_total{model="klein",result="number"}');
  });

  const FAULTS: [string, Script | undefined][] = [
    ['gone', undefined],
    ['stalled', { stalls: '' }],
    ['stalled in a sentence', { stalls: 'PGAZ is' }],
    ['failing', { status: 500 }],
    ['malformed', { malformed: true }],
  ];
  it.each(FAULTS)('is the answer without one, 20 of 20 times, when it is %s', async (_, script) => {
    if (script) server.script = script;
    const engine = script ? impatient : withoutServer;
    let same = 0;
    for (let i = 0; i < 20; i += 1) {
      const question = QUESTIONS[i % QUESTIONS.length]!;
      const [without, answer] = [await ask(plain, { question }), await ask(engine, { question })];
      expect(essence(answer)).toEqual(essence(without));
      if (isSaid(answer)) same += 1;
    }
    expect(same).toBe(20);
  });

  it('sends no question about a patient, also of who says it is about none', async () => {
    server.script = { says: inTurn };
    const before = server.calls.length;
    const answer = await ask(withModel, { question: 'Geldt er eigen risico voor PGAZ bij mevrouw Jansen, geboren 3-4-1961?', notAboutPatient: true });
    expect(server.calls).toHaveLength(before);
    expect(answer.mode).toBe('extractief');
  });
});
