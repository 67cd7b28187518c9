import type { Notice } from '../contract.ts';
import { dayInAmsterdam, dutchDate } from '../corpus/dates.ts';
import { endOfForce, isSuperseded } from '../corpus/validity.ts';
import { noticeWords } from './answer-words.ts';
import { fill } from './labels.ts';

/** A notice as sentences to stand under "Let op"; nothing for a kind that a newer server may send. */
export function noticeSentences(notice: Notice): string | undefined {
  switch (notice.kind) {
    case 'superseded':
      return supersededSentences(notice);
    case 'source-kind':
      return notice.text;
    case 'age':
      return fill(notice.several ? noticeWords.ageOfSeveral : noticeWords.age, { date: dutchDate(notice.newest) });
    case 'intention':
    case 'busy':
    case 'model-failed':
      return noticeWords[notice.kind];
    default:
      notice satisfies never;
      return undefined;
  }
}

/** "De wet geldt niet meer sinds 2015. In de plaats kwam de Jeugdwet." */
function supersededSentences({ source, supersededOn, supersededBy }: Extract<Notice, { kind: 'superseded' }>): string {
  const today = dayInAmsterdam(new Date());
  const successor = isSuperseded({ supersededOn }, today) ? noticeWords.cameInPlace : noticeWords.comesInPlace;
  return [
    `${source.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())} ${endOfForce({ supersededOn }, today)}.`,
    ...(supersededBy === undefined ? [] : [fill(successor, { successor: supersededBy })]),
  ].join(' ');
}
