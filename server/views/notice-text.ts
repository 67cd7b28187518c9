import type { Block, Notice } from '../contract.ts';
import { dayInAmsterdam, dutchDate } from '../corpus/dates.ts';
import { endOfForce, isSuperseded } from '../corpus/validity.ts';

export type NoticeBlock = Extract<Block, { type: 'notice' | 'term' }>;

export const isNotice = (block: Block): block is NoticeBlock => block.type === 'notice' || block.type === 'term';

/** Kinds that a reader must not miss in a list without a heading. */
const WARNS: ReadonlySet<Notice['kind']> = new Set(['intention', 'superseded']);

const BY_WORDS = 'Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.';

/** A notice as sentences of its own, for under a heading that says "Let op". @param today YYYY-MM-DD */
export function noticeSentences(notice: Notice, today?: string): string | undefined {
  const words = inWords(notice, today);
  return words && words.charAt(0).toUpperCase() + words.slice(1);
}

/** A notice or a term on a line of its own. "Let op:" stands here alone: no text that is stored begins with it. */
export function noticeText(block: NoticeBlock, today?: string): string | undefined {
  if (block.type === 'term') return `${block.matched} (${block.term}): ${block.meaning}`;
  if (!WARNS.has(block.kind)) return noticeSentences(block, today);
  const words = inWords(block, today);
  return words && `Let op: ${words}`;
}

/** As it goes on after a colon; nothing for a kind that a newer server may send to an older widget. */
function inWords(notice: Notice, today: string = dayInAmsterdam(new Date())): string | undefined {
  switch (notice.kind) {
    case 'intention':
      return 'een bron spreekt hier van een voornemen of voorstel. Dat is nog geen besluit.';
    case 'superseded': {
      const { source, supersededBy } = notice;
      const successor = supersededBy === undefined ? '' : ` In de plaats ${isSuperseded(notice, today) ? 'kwam' : 'komt'} ${supersededBy}.`;
      return `${source} ${endOfForce(notice, today)}.${successor}`;
    }
    case 'source-kind':
      return notice.text;
    case 'age':
      return `${notice.several ? 'de nieuwste bron hierbij' : 'deze bron'} is van ${dutchDate(notice.newest)}. Ga na of er daarna iets is veranderd.`;
    case 'busy':
      return `het is druk. ${BY_WORDS}`;
    case 'model-failed':
      return `het taalmodel is nu niet bereikbaar. ${BY_WORDS}`;
    default:
      notice satisfies never;
      return undefined;
  }
}
