import type { Answer, Citation } from '../../../server/contract.ts';
import { WHERE_TO_TURN } from '../../../server/views/not-in-sources.ts';
import type { CaseSituation, EvaluationCase, EvidenceItem } from '../../load/evaluation-case.ts';
import type { Documents } from '../../metrics/citations.ts';
import { splitSentences } from '../../../server/text/sentences.ts';
import { numbersIn, scoreNumbers } from '../../metrics/numbers.ts';
import { proofOfOwnWords } from '../../metrics/proof.ts';
import { answerOf, citationAt } from '../reference-answer.ts';
import { sentencesOf } from '../sentences.ts';
import { marked, markersOf, quoteLine, routeLine, textOf } from './answer-parts.ts';
import { isEnglish, VERDICT_AT_START, verdictWords } from './opening-words.ts';

/** Facts must stand within the first 300 characters; markers and the verdict need some of them. */
const LONGEST_OWN_WORDS = 260;

/** The best answer that a case allows, made from the case itself. */
export function idealAnswer(evaluationCase: EvaluationCase, documents: Documents, routes: Answer['routes'] = []): Answer {
  const answer = worded(evaluationCase, documents, routes);
  return evaluationCase.situation ? withSituation(answer, evaluationCase.situation) : answer;
}

/** What was understood of the asker's own situation and what follows from it. */
export const withSituation = (answer: Answer, { told, outcome }: Pick<CaseSituation, 'told' | 'outcome'>): Answer =>
  ({
    ...answer,
    situation: {
      understood: Object.entries(told).map(([factId, value]) => ({ factId, value, from: 'vraag' })),
      routes: Object.entries(outcome).map(([id, status]) => ({ id, status })),
    },
  }) as Answer;

function worded(evaluationCase: EvaluationCase, documents: Documents, routes: Answer['routes']): Answer {
  if (evaluationCase.abstain) return idealRefusal(evaluationCase);
  const { gold } = evaluationCase;
  const one = cite(evaluationCase.evidence.map((item) => [bestOf(item, gold ?? '')]), documents);
  const all = cite(evaluationCase.evidence.map(({ anyOf }) => anyOf), documents);
  const english = isEnglish(evaluationCase.question);
  const cited = [one, all, one.map((citation) => wholeSentence(citation, documents))];
  const short = gold && firstSentence(gold);
  const worded = [gold, short].flatMap((words) => (words === undefined ? [] : cited.map((citations) => compose(evaluationCase, words, citations, routes, true))));
  const verbatim = cited.map((citations) => compose(evaluationCase, english ? 'This is what the sources say about your question.' : wordsOf(evaluationCase, citations), citations, routes, english));
  const candidates = [...worded.filter(({ answer }) => holdsFacts(evaluationCase, answer)), ...verbatim];
  // Whoever wrote the case may know more than the sentence that proves it; an ideal answer says no more than it can prove.
  return candidates.find((candidate) => isProved(candidate, documents)) ?? candidates[0]!;
}

const holdsFacts = ({ keyFacts }: EvaluationCase, text: string): boolean => keyFacts.every(({ pattern, vital }) => !vital || new RegExp(pattern, 'iu').test(text));

const firstSentence = (text: string): string => text.slice(0, splitSentences(text)[VERDICT_ALONE.test(text) ? 1 : 0]?.[1]);
const VERDICT_ALONE = /^(?:ja|nee|yes|no)\./iu;

const isProved = (answer: Answer, documents: Documents): boolean =>
  scoreNumbers(answer, documents).unsupported.length === 0 && proofOfOwnWords(answer, documents).every(({ fault }) => fault === undefined);

/** Evidence may be a clause: the whole sentence often says of what. */
function wholeSentence(citation: Citation, documents: Documents): Citation {
  const document = documents.get(citation.documentId)!;
  const sentences = sentencesOf(document).filter(({ start, end }) => start < citation.end && end > citation.start);
  return citationAt(document, { start: Math.min(citation.start, ...sentences.map(({ start }) => start)), end: Math.max(citation.end, ...sentences.map(({ end }) => end)) }, citation.n);
}

/** The quote that says most of what the answer counts. */
function bestOf({ anyOf }: EvidenceItem, gold: string): EvidenceItem['anyOf'][number] {
  const wanted = numbersIn(gold);
  const supported = (quote: string): number => numbersIn(quote).filter((number) => wanted.includes(number)).length;
  return anyOf.reduce((best, next) => (supported(next.quote) > supported(best.quote) ? next : best));
}

function cite(items: readonly EvidenceItem['anyOf'][], documents: Documents): Citation[] {
  const places = items.flat().map(({ documentId, places: [place] }) => ({ documentId, place: place! }));
  const different = places.filter(({ documentId, place }, at) => places.findIndex((other) => other.documentId === documentId && other.place.start === place.start) === at);
  return different.map(({ documentId, place }, at) => citationAt(documents.get(documentId)!, place, at + 1));
}

function compose(evaluationCase: EvaluationCase, words: string, citations: readonly Citation[], routes: Answer['routes'], quoted: boolean): Answer {
  const { verdict } = evaluationCase;
  const opened = verdict === undefined || VERDICT_AT_START.test(words) ? words : `${verdictWords(evaluationCase, verdict)} ${words}`;
  // Words taken from the quotes carry their own markers already.
  const own = quoted ? marked(opened, markersOf(citations)) : opened;
  return {
    ...answerOf(evaluationCase.question, citations),
    answer: textOf({ own, routes: routes.map((route) => routeLine(route, isEnglish(evaluationCase.question))), quotes: quoted ? citations.map(quoteLine) : [] }),
    routes: [...routes],
  };
}

/** The evidence as own words, cut to what decides where it is long. */
function wordsOf({ keyFacts }: EvaluationCase, citations: readonly Citation[]): string {
  const limit = Math.floor(LONGEST_OWN_WORDS / citations.length);
  const patterns = keyFacts.filter(({ vital }) => vital).map(({ pattern }) => new RegExp(pattern, 'iu'));
  return citations.map(({ quote, n }) => marked(cutTo(quote.replace(/\u00ad/g, '').replace(/\s+/g, ' '), patterns, limit), `[${n}]`)).join('\n\n');
}

/** A stretch of `limit` characters around the first facts; whole when it is short. */
function cutTo(text: string, patterns: readonly RegExp[], limit: number): string {
  if (text.length <= limit) return text;
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
  const first = Math.min(...found.map(({ start }) => start), text.length);
  const last = Math.max(...found.map(({ end }) => end), 0);
  const start = last <= limit ? 0 : text.lastIndexOf(' ', Math.max(0, first - 20)) + 1;
  const space = text.indexOf(' ', Math.max(start + limit, last));
  const end = space < 0 ? text.length : space;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

/** Says that the sources do not answer, names what is missing and where to turn. */
function idealRefusal(evaluationCase: EvaluationCase): Answer {
  const { question, why } = evaluationCase;
  const known = numbersIn(question);
  // An answer that is none may not state numbers of its own.
  const reason = why !== undefined && !isEnglish(why) && numbersIn(why).every((number) => known.includes(number)) ? ` ${why.charAt(0).toUpperCase()}${why.slice(1)}` : '';
  const named = missingWord(evaluationCase);
  const text = isEnglish(question)
    ? `That is not in the sources.${named && ` You ask about: ${named}.`} Ask your health insurer, the Dutch Healthcare Authority (NZa, nza.nl) or your professional association.`
    : `Dat staat niet in de bronnen.${named && ` U vraagt naar: ${named}.`}${reason}${/[.!?]$/.test(reason) || reason === '' ? '' : '.'} ${WHERE_TO_TURN}`;
  return { ...answerOf(question, []), answer: text };
}

/** A word that names what the sources lack: one that the question itself uses, if it can be. */
function missingWord(evaluationCase: EvaluationCase): string {
  const { missing } = evaluationCase;
  if (missing === undefined) return '';
  const pattern = new RegExp(missing, 'iu');
  const asked = pattern.exec(evaluationCase.question)?.[0];
  const plain = missing.split('|').map((part) => part.replace(/\\[bwW]|[\\^$?*+()[\]]/g, ''));
  return asked ?? plain.find((word) => pattern.test(word)) ?? '';
}
