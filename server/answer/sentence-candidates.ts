import type { CanonicalDocument } from '../corpus/document.ts';
import { terms } from '../text/words.ts';
import type { Votes } from '../search/question-index.ts';
import { sentenceKey } from '../search/sentence-key.ts';
import { maxSim } from '../search/token-index.ts';
import type { Retrieval, ScoredPassage } from '../search/retriever.ts';
import type { QuestionCoverage } from './coverage.ts';
import { kindMatch } from './answer-kinds.ts';
import type { QuestionProfile } from './question.ts';

/** Sentences of this many passages are looked at. */
const PASSAGES = 10;
/** About a thousandth of the votes is as good as none. */
const SMALLEST = 0.001;

/** What is known of one sentence as an answer; all numbers, so that weights can be learned. */
export interface SentenceFeatures {
  /** MaxSim of the question with the sentence's own tokens, −1…1; absent when words alone decide. */
  late?: number;
  /** MaxSim with the sentence and its neighbours. */
  lateWindow?: number;
  /** Root of the share of the votes that known questions give it, 0…1, and ln of that share (at least −7); absent where nobody asked about its document. */
  vote?: number;
  voteLog?: number;
  /** 1 when nobody asked about its document: no votes are no sign against it. */
  unasked: number;
  /** Log-odds of the learned head that it answers; of the best candidates only. */
  evidence?: number;
  /** Mixed retrieval score of its passage, 0…1, and its rank from 0. */
  passage: number;
  rank: number;
  /** Share of the question's words that it meets; with its neighbours and headings. */
  coverage: number;
  coverageWindow: number;
  /** 1 when it holds the kind of thing asked for, −1 when it does not, 0 when none is asked for. */
  kind: number;
  /** Share of the question's words met together with the line that introduces its list. */
  coverageLead: number;
  /** 1 when the question names this sentence's document ("volgens de Kamerbrief"), −1 when it names another. */
  named: number;
  /** Late interaction and coverage compared with the best sentence of this question (≤ 0): how a sentence stands among the others. */
  lateGap?: number;
  lateWindowGap?: number;
  coverageGap: number;
  coverageWindowGap: number;
  /** ln of its characters. */
  length: number;
  heading: number;
  footnote: number;
  table: number;
}

export interface SentenceCandidate {
  document: CanonicalDocument;
  /** Index into the document's sentences. */
  sentence: number;
  start: number;
  end: number;
  text: string;
  features: SentenceFeatures;
  score: number;
  /** The passage it was found in, and its place among that passage's sentences. */
  passage: ScoredPassage;
  at: number;
}

/** Sentences of the best passages with what speaks for each; a sentence in two passages counts once, at its best. */
export function sentenceCandidates(
  retrieval: Retrieval,
  coverage: QuestionCoverage,
  profile: QuestionProfile,
): SentenceCandidate[] {
  const found = new Map<string, SentenceCandidate>();
  const named = namedDocuments(profile.text, retrieval);
  retrieval.passages.slice(0, PASSAGES).forEach((scored, rank) => {
    const ranges = scored.sentenceTokens ?? [];
    const [first, last] = scored.passage.sentences;
    const texts = sentenceTexts(scored, first, last);
    const headings = scored.passage.headings.join(' ');
    for (let i = 0; i < last - first; i += 1) {
      const range = ranges[i];
      const late = (from: number, to: number) =>
        maxSim(scored.similarities!, retrieval.tokenWeights!, ranges[from]![0], ranges[to]![1]);
      const sentence = scored.document.sentences[first + i]!;
      const block = scored.document.blocks[sentence.block]!;
      const from = Math.max(0, i - 1);
      const to = Math.min(last - first - 1, i + 1);
      const features: SentenceFeatures = {
        ...voteFeatures(retrieval.votes, scored.document.id, first + i),
        ...(scored.similarities && retrieval.tokenWeights && range && { late: late(i, i), lateWindow: late(from, to) }),
        passage: scored.score,
        rank,
        coverage: coverage.of(texts[i]!),
        coverageWindow: coverage.of(`${headings} ${texts.slice(from, to + 1).join(' ')}`),
        coverageLead: block.lead === undefined ? 0 : coverage.of(`${leadText(scored.document, block.lead)} ${texts[i]}`),
        named: named.size === 0 ? 0 : named.has(scored.document.id) ? 1 : -1,
        coverageGap: 0,
        coverageWindowGap: 0,
        kind: kindMatch(profile.asksFor, texts[i]!),
        length: Math.log(texts[i]!.length),
        heading: Number(block.kind === 'heading'),
        footnote: Number(block.kind === 'footnote'),
        table: Number(block.kind === 'table'),
      };
      const key = sentenceKey(scored.document.id, first + i);
      const known = found.get(key);
      if (known) keepBest(known.features, features);
      else found.set(key, { document: scored.document, sentence: first + i, start: sentence.start, end: sentence.end, text: texts[i]!, features, score: 0, passage: scored, at: i });
    }
  });
  const candidates = [...found.values()];
  for (const [name, gap] of [
    ['late', 'lateGap'],
    ['lateWindow', 'lateWindowGap'],
    ['coverage', 'coverageGap'],
    ['coverageWindow', 'coverageWindowGap'],
  ] as const) {
    const best = Math.max(...candidates.map(({ features }) => features[name] ?? -Infinity));
    for (const { features } of candidates) {
      const value = features[name];
      if (value !== undefined) features[gap] = value - best;
    }
  }
  return candidates;
}

/** Documents whose short name's own word stands in the question: "Kamerbrief", "handleiding", "verslag". */
function namedDocuments(question: string, { passages }: Retrieval): Set<string> {
  const asked = new Set(terms(question));
  const documents = new Set(passages.map(({ document }) => document));
  return new Set([...documents].filter(({ shortTitle }) => asked.has(terms(shortTitle)[0] ?? '')).map(({ id }) => id));
}

function leadText({ blocks, text }: CanonicalDocument, lead: number): string {
  const { start, end } = blocks[lead]!;
  return text.slice(start, end);
}

function keepBest(known: SentenceFeatures, other: SentenceFeatures): void {
  for (const name of ['late', 'lateWindow', 'coverageWindow', 'passage'] as const) {
    if (known[name] !== undefined) known[name] = Math.max(known[name], other[name] ?? -1);
  }
  known.rank = Math.min(known.rank, other.rank);
}

function voteFeatures(votes: Votes | undefined, documentId: string, sentence: number): Pick<SentenceFeatures, 'vote' | 'voteLog' | 'unasked'> {
  if (!votes?.documents.has(documentId)) return { unasked: 1 };
  const vote = votes.sentences.get(sentenceKey(documentId, sentence)) ?? 0;
  return { vote: Math.sqrt(vote), voteLog: Math.log(vote + SMALLEST), unasked: 0 };
}

function sentenceTexts({ document }: ScoredPassage, first: number, last: number): string[] {
  return document.sentences.slice(first, last).map(({ start, end }) => document.text.slice(start, end));
}
