import type { AskRequest, Block, Citation, CounterQuestion, FactValue, Network, RouteMention, Situation, SituationRoute, TraceStep, UnderstoodFact } from '../contract.ts';
import type { Glossary } from '../corpus/glossary.ts';
import type { SearchIndex } from '../search/index-reader.ts';
import type { HybridRetriever, Retrieval } from '../search/retriever.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { AnswerabilityFeatures } from './answerability.ts';
import type { Calibration } from './calibration.ts';
import type { Comparison, RouteFacts } from './comparison.ts';
import type { QuestionCoverage } from './coverage.ts';
import type { FormMatches } from '../search/form-index.ts';
import type { StatementCandidate } from './statement-candidate.ts';
import type { MissingBook, MissingMatch } from './missing-book.ts';
import type { PlannedCitation } from './planned-citation.ts';
import type { PlannedTable } from './planned-table.ts';
import type { Said } from './said.ts';
import type { Writer, Written } from '../llm/writing.ts';
import type { SmallTalk } from './small-talk.ts';
import type { StatementBook } from './statement-book.ts';
import type { SentenceCandidate } from './sentence-candidates.ts';
import type { ReadQuestion } from './prepare-query.ts';
import type { Evidence, LeftOut } from './select-citations.ts';

/** Why an answer is made by words alone. */
export type WordsOnly = 'busy' | 'model-failed';

/** What the steps work with; one version of the index throughout. */
export interface Tools {
  index: SearchIndex;
  retriever: HybridRetriever;
  glossary: Glossary;
  /** What the sources say in plain words, and kinds of things that they do not say; absent for a corpus without. */
  statements?: StatementBook | undefined;
  missing?: MissingBook | undefined;
  /** Words of the documents that hold on a day. */
  statistics: (day: string) => TermStatistics;
  /** Routes and facts that a question names; absent in tests without rules. */
  rules?: QuestionRules;
  /** Names and standing of the routes that can be compared. */
  routes?: RouteFacts;
  /** What was learned from evaluation cases. */
  calibration: Calibration;
  onWithheld?: (count: number) => void;
  /** Says answers in running text; absent without a language model. */
  writer?: Writer | undefined;
  /** What became of each text that a model wrote. */
  onWritten?: (written: Written) => void;
}

/** What the rule check makes of a question (`server/rules`); the answer side knows only this shape. */
export interface QuestionRules {
  aboutQuestion(question: string, asOf?: string): AboutQuestion;
  /** Ids of the routes that a question names: what needs no more than that evaluates no rules. */
  routesInQuestion(question: string): string[];
  /** The asker's own situation, told in the question, before, or beside it; nothing where none is. */
  aboutSituation?(request: AskRequest & { language?: 'nl' | 'en' }): AboutSituation | undefined;
  /** The network that a question tells of, with the address of a plan for it. */
  networkIn?(question: string): Network | undefined;
  /** @throws BadInputError for facts beside the question that do not exist or cannot be so */
  checkGiven?(facts: AskRequest['facts']): void;
}

export interface AboutSituation {
  understood: UnderstoodFact[];
  /** All of them, the leading one first, each with its best proof first. */
  routes: (Omit<SituationRoute, 'citations'> & { quotes: readonly { documentId: string; start: number; end: number }[]; fits: boolean })[];
  lead: { text: string; routeId?: string };
  ask?: CounterQuestion | undefined;
  link: string;
  /** The answer begins with it, and is never refused. */
  leads: boolean;
  /** It would, but something else is asked first, or too little is told: only an answer that fails begins with it. */
  isBeside?: boolean;
  /** Of a reply to a counter-question there is nothing else to answer. */
  isReply: boolean;
}

export interface AboutQuestion {
  routes: RouteMention[];
  /** Facts that the question states, each also as a Dutch sentence. */
  understood: { factId: string; value: FactValue; label: string }[];
  /** Facts that still decide, by route id. */
  missingByRoute: Record<string, { factId: string; question: string }[]>;
  /** `/check#…` with the understood facts filled in. */
  link: string;
}

/** Whether the sources answer a question, in log-odds. */
export interface Judgement {
  features: AnswerabilityFeatures;
  /** Above the threshold: negative means refuse. */
  confidence: number;
  threshold: number;
}

/** One question on its way to an answer: the whole, or one part of a compound one. Each step fills in what it found. */
export interface Finding {
  question: ReadQuestion;
  retrieval: Retrieval;
  coverage?: QuestionCoverage;
  /** Sentences, best first. */
  candidates: SentenceCandidate[];
  /** What would be quoted, best first. */
  evidence: Evidence[];
  leftOut: LeftOut[];
  /** Statements that could answer, best first, and how near the question is to each of their forms. */
  statements: StatementCandidate[];
  forms?: FormMatches;
  /** What the sources do not say that comes nearest. */
  missing?: MissingMatch | undefined;
  judgement?: Judgement;
}

/** An answer while it is made: what one step leaves for the next. */
export interface Draft {
  request: AskRequest;
  /** The day that is asked about, YYYY-MM-DD: what no longer holds on it takes no part. */
  day: string;
  /** The whole question first, then its parts when it is compound. */
  findings: Finding[];
  /** Parts past the most that are answered apart: they are answered as far as the whole is. */
  unread: string[];
  /** Said to the assistant itself: nothing is looked for. */
  smallTalk?: SmallTalk | undefined;
  wordsOnly?: WordsOnly;
  refused: boolean;
  /** What is said in plain words, with the quotes that prove it. */
  said?: Said;
  planned: PlannedCitation[];
  /** What the question wants side by side, and that as a table whose cells are proven by planned citations. */
  comparison?: Comparison | undefined;
  table?: PlannedTable;
  citations: Citation[];
  /** Parts of the question that the sources leave open. */
  open: string[];
  routes: RouteMention[];
  /** What the rules make of the asker's own situation; absent where none is told. */
  about?: AboutSituation | undefined;
  /** Nothing but the situation is answered: the sources were not asked anything else, or do not say. */
  onlySituation?: boolean;
  /** The same with its proof. */
  situation?: Situation | undefined;
  /** The proven answer, kept back for a language model to say; laid as it is where that fails. */
  held?: Block[] | undefined;
  /** What a model made of it. */
  written?: Written | undefined;
  /** In reading order; a step only adds at the end. */
  blocks: Block[];
  /** Questions near this one that are certain to be answered. */
  suggestions: string[];
  trace: TraceStep[];
}

export function newDraft(request: AskRequest, day: string): Draft {
  return { request, day, findings: [], unread: [], refused: false, planned: [], citations: [], open: [], routes: [], blocks: [], suggestions: [], trace: [] };
}

export function newFinding(question: ReadQuestion): Finding {
  return { question, retrieval: { passages: [], semantic: false }, candidates: [], evidence: [], leftOut: [], statements: [] };
}

/** What was found for the question as a whole. @throws TypeError before the question is read */
export function wholeOf({ findings: [whole] }: Draft): Finding {
  if (!whole) throw new TypeError('no question has been read yet');
  return whole;
}
