import type { Run } from '../../server/views/answer-part.ts';
import type { AnswerParts } from '../../server/views/answer-parts.ts';
import { answerWords } from '../../server/views/answer-words.ts';
import { announcements, fill } from '../../server/views/labels.ts';

/** What a screen reader hears when an answer is there: what kind it is, the answer itself, and how many sources it has. */
export function spokenAnswer({ kind, title, body, sources, language }: AnswerParts): string {
  const words = answerWords[language];
  const count = sources.length === 1 ? words.sourceOne : fill(words.sourceSome, { count: sources.length });
  const direct = body.flatMap((part) => (part.type === 'direct' ? [part.verdict?.text, textOf(part.runs)] : [])).filter((text) => text !== undefined);
  const askedBack = body.flatMap((part) => (part.type === 'ask' ? [`${words.askBack}: ${part.ask.question}`] : []));
  switch (kind) {
    case 'refusal':
      return title ?? words.notInSources;
    case 'remark':
      return body.flatMap((part) => (part.type === 'paragraph' ? [textOf(part.runs)] : [])).join(' ');
    case 'partly':
      return [`${title ?? words.partly}.`, ...direct, `${count}.`].join(' ');
    default:
      if (direct.length === 0) return fill(announcements.ready, { sources: count });
      return [...(body.some((part) => part.type === 'direct' && part.verdict !== undefined) ? [] : [`${words.answer}:`]), ...direct, `${count}.`, ...askedBack].join(' ');
  }
}

/** Without the markers, and the spaces before them. */
function textOf(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.type === 'marker' ? '' : run.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
