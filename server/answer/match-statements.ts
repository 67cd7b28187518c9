import type { Slot } from '../corpus/statement.ts';
import type { FormMatches } from '../search/form-index.ts';
import { sentenceKey } from '../search/sentence-key.ts';
import type { Finding } from './draft.ts';
import type { AnswerKind } from './question.ts';
import type { StatementBook } from './statement-book.ts';
import type { StatementCandidate, StatementFeatures } from './statement-candidate.ts';

/** A statement below this has nothing that speaks for it. */
const FAR = -12;
/** Ranks deeper than this say no more. */
const DEEPEST = 20;
const CANDIDATES = 60;

/** Kinds of statement that can tell what is asked for. */
const SLOTS_FOR: Partial<Record<AnswerKind, readonly Slot[]>> = {
  moment: ['datum', 'duur', 'plan', 'status'],
  money: ['bedrag', 'aantal', 'verschil'],
  quantity: ['aantal', 'bedrag', 'duur'],
  person: ['wie'],
  contact: ['adres'],
};

/** The statements that could answer, with what speaks for each; in no order yet. */
export function statementCandidates({ question, retrieval, candidates, coverage }: Finding, book: StatementBook, routes: ReadonlySet<string>): { candidates: StatementCandidate[]; matches: FormMatches } {
  const matches = book.match(retrieval.questionVector, question.terms);
  const scores = new Map(candidates.map(({ document, sentence, score }) => [sentenceKey(document.id, sentence), score]));
  const best = Math.max(...scores.values(), FAR);
  const votes = retrieval.votes?.sentences;
  const yesNo = nearestYesNo(matches, book);
  const asked = [...question.profile.asksFor].flatMap((kind) => SLOTS_FOR[kind] ?? []);
  const questionWords = question.profile.text.split(/\s+/).length;
  const all = book.entries.map((entry): StatementCandidate => {
    const { nearest, share, words } = matches.things[entry.place]!;
    const { statement } = entry;
    return {
      entry,
      score: 0,
      features: {
        ...(nearest !== undefined && { nearest, share, nearestYesNo: yesNo[entry.place]! }),
        words,
        sentence: Math.max(FAR, ...entry.sentences.map((key) => (scores.get(key) ?? -Infinity) - best)),
        ...(votes && { vote: Math.sqrt(Math.max(0, ...entry.sentences.map((key) => votes.get(key) ?? 0))) }),
        wordsGap: 0,
        wordsRank: 0,
        sentenceRank: 0,
        route: routes.size === 0 || statement.routes.length === 0 ? 0 : statement.routes.some((id) => routes.has(id)) ? 1 : -1,
        slot: asked.length === 0 ? 0 : asked.includes(statement.slot) ? 1 : -1,
        coverage: 0,
        length: entry.words,
        sentences: entry.sentences.length,
        forms: entry.forms,
        questionWords,
        introducesList: Number(statement.list.length > 0),
      },
    };
  });
  const chosen = all.toSorted((a, b) => promise(b.features) - promise(a.features)).slice(0, CANDIDATES);
  for (const { entry, features } of chosen) features.coverage = coverage?.of(entry.statement.text ?? entry.statement.planned?.plan ?? '') ?? 0;
  compare(chosen);
  return { candidates: chosen, matches };
}

/** Enough to tell candidates from the rest; the learned weights order them. */
function promise({ nearest = 0, share = 0, words, sentence, vote = 0 }: StatementFeatures): number {
  return nearest + 3 * share + words / 20 + sentence / 12 + vote;
}

/** How each stands among the others. */
function compare(candidates: readonly StatementCandidate[]): void {
  for (const [name, gap, rank] of [
    ['nearest', 'nearestGap', 'nearestRank'],
    ['share', 'shareGap', undefined],
    ['words', 'wordsGap', 'wordsRank'],
    ['sentence', undefined, 'sentenceRank'],
    ['vote', undefined, 'voteRank'],
  ] as const) {
    const values = candidates.map(({ features }) => features[name]);
    if (values.includes(undefined)) continue;
    const best = Math.max(...(values as number[]));
    const order = (values as number[]).toSorted((a, b) => b - a);
    candidates.forEach(({ features }, i) => {
      if (gap) features[gap] = values[i]! - best;
      if (rank) features[rank] = Math.min(DEEPEST, order.indexOf(values[i]!));
    });
  }
}

/** Per statement the cosine with its nearest yes/no form, −1 without one. */
function nearestYesNo({ cosines }: FormMatches, book: StatementBook): Float32Array {
  const nearest = new Float32Array(book.entries.length).fill(-1);
  if (!cosines) return nearest;
  book.forms.forEach(({ place, verdict }, form) => {
    if (verdict !== undefined && cosines[form]! > nearest[place]!) nearest[place] = cosines[form]!;
  });
  return nearest;
}
