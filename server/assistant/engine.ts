import { makeBooks, type LeftOut } from '../answer/books.ts';
import type { Calibration } from '../answer/calibration.ts';
import type { Config } from '../runtime/config.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { createEncoder } from '../model/create-encoder.ts';
import type { Encoder } from '../model/encoder.ts';
import { readLearnedMaps, type LearnedMaps } from '../model/learned-maps.ts';
import { createGlossary } from '../corpus/glossary.ts';
import { readVocabulary } from '../corpus/vocabulary.ts';
import { readIndex, type SearchIndex } from '../search/index-reader.ts';
import { HybridRetriever } from '../search/retriever.ts';
import { Searcher } from '../search/searcher.ts';
import { statisticsByDay } from '../search/term-statistics.ts';
import { createStatements } from './create-statements.ts';
import { createQuestionRules } from '../rules/about-question.ts';
import { createSituationRules } from '../rules/about-situation.ts';
import { loadRules } from '../rules/load-rules.ts';
import { createNetworkInQuestion } from '../rules/network-in-question.ts';
import { createParticipantReader } from '../rules/participants-in-question.ts';
import { createPlanner } from '../rules/plan.ts';
import { createRouteFacts } from '../rules/route-facts.ts';
import { createRouteGuide } from '../rules/route-guide.ts';
import { createRuleCheck } from '../rules/rule-check.ts';
import type { Writer } from '../llm/writing.ts';
import type { Planner, RouteGuide, RuleCheck, Statements } from './services.ts';
import { WordedAnswerer } from './worded-answerer.ts';

export interface Models {
  encoder: Encoder;
  /** Learned on the encoder's vectors; absent for another model than it was learned on. */
  maps?: LearnedMaps;
  /** Absent without a language model. */
  writer?: Writer;
  /** Why there are no maps (Dutch). */
  problem?: string;
}

/** Everything made from one version of the index; nothing of it outlives the next. */
export interface Engine {
  index: SearchIndex;
  searcher: Searcher;
  answerer: WordedAnswerer;
  ruleCheck: RuleCheck;
  planner: Planner;
  routeGuide: RouteGuide;
  /** Absent for a corpus without statements. */
  statements?: Statements;
  /** Releases the files of its index. */
  close(): Promise<void>;
}

/** For trials: other learned weights, or without some of what was written about the documents. */
export interface Trial {
  calibration?: Calibration;
  leftOut?: LeftOut;
}

export async function loadModels(config: Config): Promise<Models> {
  const encoder = await createEncoder(config);
  return { encoder, ...(await readLearnedMaps(encoder.modelSha256)), ...(config.languageModel && { writer: await loadWriter(config.languageModel) }) };
}

/** LangChain takes a while to load: only who has a model waits for it. */
async function loadWriter(settings: NonNullable<Config['languageModel']>): Promise<Writer> {
  const { createWriter } = await import('../llm/create-writer.ts');
  return createWriter(settings);
}

/** @throws IndexUnusableError when the index does not fit; AppError when its rules do not fit its documents */
export async function loadEngine(indexDir: string, models: Models, metrics: Metrics, trial: Trial = {}): Promise<Engine> {
  return engineOf(await readIndex(indexDir, models.encoder.modelSha256), models, metrics, trial);
}

/** On an index that was opened. It is closed when no engine comes of it. */
export async function engineOf(index: SearchIndex, { encoder, maps, writer }: Models, metrics: Metrics, trial: Trial = {}): Promise<Engine> {
  try {
    return engineOn(index, { encoder, maps, writer }, metrics, trial);
  } catch (error) {
    await index.close();
    throw error;
  }
}

function engineOn(index: SearchIndex, { encoder, maps, writer }: { [Part in 'encoder' | 'maps' | 'writer']: Models[Part] | undefined } & Pick<Models, 'encoder'>, metrics: Metrics, { calibration, leftOut }: Trial): Engine {
  const vocabulary = readVocabulary(index.glossary);
  const glossary = createGlossary(vocabulary.terms);
  const { statements, missing, questions } = makeBooks(index, maps, leftOut);
  const retriever = new HybridRetriever(index, encoder, undefined, { maps, questions });
  const rules = loadRules(index.rulesDir, index.documents);
  const questionRules = createQuestionRules(rules, vocabulary);
  return {
    index,
    searcher: new Searcher(retriever, glossary),
    answerer: new WordedAnswerer({
      index,
      retriever,
      glossary,
      statements,
      missing,
      statistics: statisticsByDay(index),
      rules: { ...questionRules, ...createSituationRules(rules, (text) => questionRules.factsInQuestion(text)), networkIn: createNetworkInQuestion(vocabulary, (text) => questionRules.factsInQuestion(text)) },
      routes: createRouteFacts(rules, vocabulary),
      ...(calibration && { calibration }),
      writer,
      onWritten: (written) => metrics.modelWrote(written),
      onWithheld: (count) => metrics.quoteWithheld(count),
    }),
    ruleCheck: createRuleCheck(rules, index.documents),
    planner: { plan: createPlanner(rules, index.documents), readParticipants: createParticipantReader(vocabulary) },
    routeGuide: createRouteGuide(rules, index.documents),
    ...(index.statements && { statements: createStatements(index.statements.statements, index.documents) }),
    close: () => index.close(),
  };
}
