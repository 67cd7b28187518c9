import { newFinding, type Draft, type Tools } from '../draft.ts';
import { remarkOf, smallTalkOf } from '../small-talk.ts';
import { readQuestion } from '../prepare-query.ts';
import type { Found } from '../step.ts';

/** Parts that are answered apart; of 1,883 questions of the evaluation none has more than two. */
const MOST_PARTS = 4;

/** Reads the question, and each part of a compound one as a question of its own. */
export function read(draft: Draft, { glossary, index }: Tools): Found<'read'> {
  const { question, history = [] } = draft.request;
  const whole = readQuestion(question, history, glossary, index.analyser);
  const { language, asksFor, isInstruction, isFollowUp, parts } = whole.profile;
  const asked = [...new Set(parts)];
  draft.unread = asked.slice(MOST_PARTS);
  const more = asked.length > 1 ? asked.slice(0, MOST_PARTS).map((part) => readQuestion(part, history, glossary, index.analyser)) : [];
  draft.findings = [whole, ...more].map(newFinding);
  draft.smallTalk = smallTalkOf(question);
  if (draft.smallTalk) draft.blocks.push(remarkOf(draft.smallTalk, index.documents));
  return {
    step: 'read',
    language,
    standalone: whole.standalone,
    asksFor: [...asksFor],
    isInstruction,
    isFollowUp,
    parts,
    terms: whole.expansions.map(({ matched, term }) => ({ matched, term })),
  };
}

read.early = true;
