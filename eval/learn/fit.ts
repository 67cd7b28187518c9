import { crc32 } from 'node:zlib';
import { Answerer } from '../../server/answer/answerer.ts';
import type { Calibration } from '../../server/answer/calibration.ts';
import type { Finding, Tools } from '../../server/answer/draft.ts';
import type { BookStatement, StatementBook } from '../../server/answer/statement-book.ts';
import { verdictFeatures } from '../../server/answer/verdict-features.ts';
import { linear, type LinearModel } from '../../server/answer/linear-model.ts';
import type { Encoder } from '../../server/model/encoder.ts';
import type { LearnedMaps } from '../../server/model/learned-maps.ts';
import { makeBooks } from '../../server/answer/books.ts';
import { documentOf, sentenceKey } from '../../server/search/sentence-key.ts';
import { HybridRetriever } from '../../server/search/retriever.ts';
import type { LearningQuestion } from './learning-questions.ts';
import { fitVerdict, type VerdictExample } from './fit-verdict.ts';
import { fitListwise, type RankedList } from './listwise.ts';
import { fitLogistic, type Example } from './logistic.ts';

/** Part of the answerable questions that may be refused, out of fold: with the encoder, and by words alone. */
const REFUSED = 0.04;
const REFUSED_BY_WORDS = 0.15;
const FOLDS = 6;
const SENTENCE_PENALTY = 1;
const ANSWERABILITY_PENALTY = 3;
const SENTENCE_STEPS = 250;
const STATEMENT_PENALTY = 1e-3;

/** No feature names a topic or a kind of thing that these documents happen to lack: a document added later may hold it. */
const SENTENCE_FEATURES = [
  'vote', 'voteLog', 'unasked', 'evidence', 'late', 'passage', 'rank', 'coverage', 'coverageWindow', 'coverageLead', 'named', 'kind', 'length', 'heading', 'footnote', 'table',
  'lateGap', 'lateWindowGap', 'coverageGap', 'coverageWindowGap',
]; // prettier-ignore
const STATEMENT_FEATURES = [
  'nearest', 'nearestYesNo', 'share', 'words', 'sentence', 'vote', 'nearestGap', 'shareGap', 'wordsGap', 'nearestRank', 'wordsRank', 'sentenceRank', 'voteRank', 'route', 'slot', 'coverage', 'length', 'sentences', 'forms', 'introducesList',
]; // prettier-ignore
const ANSWERABILITY_FEATURES = [
  'votesAnswered', 'votesAnsweredLog', 'nearestQuestion', 'votesSilent', 'votesSilentLog', 'bestVote', 'unasked', 'evidence', 'bestEvidence', 'meanEvidence', 'late', 'bestSentence', 'sentenceGap', 'meanSentences', 'meanCited',
  'nearestForm', 'statementGap', 'statementLead', 'statementWords', 'statementCoverage', 'nearestMissing', 'missingShare', 'missingWords', 'missingByWord', 'formMargin',
  'coverageCited', 'known', 'uncitedSpecific', 'short', 'kindMissing', 'instruction', 'english',
]; // prettier-ignore

export interface FitRequest {
  questions: readonly LearningQuestion[];
  tools: Omit<Tools, 'retriever' | 'calibration' | 'statements' | 'missing'>;
  encoder: Encoder;
  /** Not learned from these questions. */
  maps: LearnedMaps;
  /** To start from. */
  calibration: Calibration;
  onProgress?: (text: string) => void;
  /** For looking into what the weights are fitted on. */
  onObservations?: (seen: { text: string; answerable: boolean; without: string; features: Observation['features'] }[]) => void;
}

export interface FitReport {
  calibration: Calibration;
  /** Out of fold, at the threshold: part of the questions without an answer that is refused, and of those with one; with the documents' questions and without. */
  refusals: { condition: 'with' | 'without'; rightly: number; wrongly: number; answerable: number; unanswerable: number }[];
}

/** A question under one condition: as it is, or as if nobody had asked about a document. */
interface Observation {
  question: LearningQuestion;
  without: string;
  features: Readonly<Record<string, number | undefined>>;
  candidates: Example[];
  statements: RankedList;
  verdict: VerdictExample | undefined;
}

/** Fits both models on questions as people ask them, each with and without what was asked about its documents. */
export async function fit(request: FitRequest): Promise<FitReport> {
  const { onProgress = () => undefined } = request;
  let { calibration } = request;
  // Sentences first: which of them the head reads, and which would be quoted, depends on their order.
  const ranked = await observe(request, calibration, (i) => i % 2 === 0);
  const sentences = ranked.flatMap(({ question, candidates }) => (question.sentences.length > 0 ? candidates : []));
  onProgress(`${ranked.length} waarnemingen, ${sentences.length} zinnen`);
  calibration = { ...calibration, sentence: fitLogistic(sentences, SENTENCE_FEATURES, SENTENCE_PENALTY, SENTENCE_STEPS) };
  const lists = (await observe(request, calibration, () => true, 'as-it-is')).map(({ statements }) => statements);
  calibration = { ...calibration, statement: fitListwise(lists, STATEMENT_FEATURES, STATEMENT_PENALTY) };
  onProgress(`uitspraken: ${lists.length} vragen`);
  const seen = await observe(request, calibration, () => true);
  const examples = seen.map(({ question, features }): Example => ({ features, label: question.sentences.length > 0 }));
  request.onObservations?.(seen.map(({ question, without, features }) => ({ text: question.text, answerable: question.sentences.length > 0, without, features })));
  const learn = (some: readonly Example[]) => fitLogistic(some, ANSWERABILITY_FEATURES, ANSWERABILITY_PENALTY);
  const scores = outOfFold(seen, examples, learn);
  const full = quantileOfAnswerable(scores, examples, REFUSED);
  const answerability = learn(examples);
  const verdicts = fitVerdict(seen.flatMap(({ verdict }) => verdict ?? []));
  onProgress(`oordelen: ${verdicts.given} van ${seen.filter(({ verdict }) => verdict).length} ja-neevragen krijgen er een, ${verdicts.wrong} een verkeerd, buiten de eigen vouw`);
  const byWords = await observe(request, calibration, (i) => i % 4 === 0, 'by-words');
  const lexical = quantileOfAnswerable(byWords.map(({ features }) => linear(features, answerability)), byWords.map(({ question, features }) => ({ features, label: question.sentences.length > 0 })), REFUSED_BY_WORDS);
  return {
    calibration: { ...calibration, verdict: verdicts.model, answerability, thresholds: { full, lexical } },
    refusals: (['with', 'without'] as const).map((condition) => {
      const part = [...seen.keys()].filter((i) => (seen[i]!.without === '') === (condition === 'with'));
      const refused = (label: boolean) => part.filter((i) => examples[i]!.label === label);
      const share = (some: number[]) => some.filter((i) => scores[i]! < full).length / some.length;
      return { condition, rightly: share(refused(false)), wrongly: share(refused(true)), answerable: refused(true).length, unanswerable: refused(false).length };
    }),
  };
}

/** Asks questions as the assistant is, or by words alone; else also as if nobody had asked about a document. */
async function observe(request: FitRequest, calibration: Calibration, takes: (i: number) => boolean, way: 'both' | 'as-it-is' | 'by-words' = 'both'): Promise<Observation[]> {
  const { questions, tools, encoder, maps, onProgress = () => undefined } = request;
  const documents = [...tools.index.documents.keys()];
  const answerers = new Map<string, { answerer: Answerer; book: StatementBook | undefined }>();
  const answererFor = (hand: string, without: string) => {
    const key = `${hand} ${without}`;
    let made = answerers.get(key);
    if (!made) {
      const { questions: known, ...books } = makeBooks(tools.index, maps, { hand, document: without === '' ? undefined : without });
      const retriever = new HybridRetriever(tools.index, encoder, undefined, { maps, questions: known });
      made = { answerer: new Answerer({ ...tools, ...books, retriever, calibration }), book: books.statements };
      answerers.set(key, made);
    }
    return made;
  };
  const seen: Observation[] = [];
  for (const [i, question] of questions.entries()) {
    if (!takes(i)) continue;
    const answers = new Set(question.sentences);
    const own = [...new Set(question.sentences.map(documentOf))];
    // One of the documents that answer, in turn; a question without an answer is asked without any of them in turn.
    const pool = question.sentences.length > 0 ? own : documents;
    for (const without of way === 'both' ? ['', pool[i % pool.length]!] : ['']) {
      const { answerer, book } = answererFor(question.hand, without);
      const finding = await answerer.find(question.text, question.history, way === 'by-words' ? { wordsOnly: 'busy' } : {});
      const { features, candidates, statements } = finding;
      seen.push({
        question,
        without,
        features: { ...features },
        candidates: candidates.map(({ document, sentence, features: of }): Example => ({ features: { ...of }, label: answers.has(sentenceKey(document.id, sentence)) })),
        statements: { features: statements.map(({ features: of }) => ({ ...of })), gains: statements.map(({ entry }) => gainOf(entry, question, answers)), weight: question.weight },
        verdict: without === '' ? verdictExample(finding, question, book) : undefined,
      });
    }
    if (i % 100 === 0) onProgress(`${i} van ${questions.length}`);
  }
  return seen;
}

/** What speaks for each verdict, where it is known which is right. */
function verdictExample(finding: Finding, { text, verdict }: LearningQuestion, book: StatementBook | undefined): VerdictExample | undefined {
  const found = book && verdict && verdictFeatures(finding, book);
  return found && { text, features: found.features, verdict };
}

/** A statement that rests on a sentence that answers helps; one that also says every vital fact is the answer. */
function gainOf({ sentences, statement: { text = '' } }: BookStatement, { facts }: LearningQuestion, answers: ReadonlySet<string>): number {
  if (!sentences.some((key) => answers.has(key))) return 0;
  if (facts.length === 0) return 3;
  return facts.every((pattern) => new RegExp(pattern, 'iu').test(text)) ? 7 : 1;
}

/** Each observation scored by a model that was learned without its question. */
function outOfFold(seen: readonly Observation[], examples: readonly Example[], learn: (some: readonly Example[]) => LinearModel): number[] {
  const foldOf = ({ question }: Observation): number => crc32(question.text) % FOLDS;
  const scores = new Array<number>(examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn(examples.filter((_, i) => foldOf(seen[i]!) !== fold));
    examples.forEach(({ features }, i) => {
      if (foldOf(seen[i]!) === fold) scores[i] = linear(features, model);
    });
  }
  return scores;
}

/** The score below which `share` of the answerable questions lies. */
function quantileOfAnswerable(scores: readonly number[], examples: readonly Pick<Example, 'label'>[], share: number): number {
  const answerable = scores.filter((_, i) => examples[i]!.label).sort((a, b) => a - b);
  return answerable[Math.floor(answerable.length * share)]!;
}
