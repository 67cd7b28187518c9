import type { Block, Notice } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import { endOfForce, isSuperseded } from '../corpus/validity.ts';
import type { Language } from './answer-words.ts';
import { dateInWords } from './date-in-words.ts';

export type NoticeBlock = Extract<Block, { type: 'notice' | 'term' }>;

export const isNotice = (block: Block): block is NoticeBlock => block.type === 'notice' || block.type === 'term';

export interface NoticeOptions {
  language?: Language | undefined;
  /** YYYY-MM-DD */
  today?: string;
}

/** Kinds that a reader must not miss in a list without a heading. */
const WARNS: ReadonlySet<Notice['kind']> = new Set(['intention', 'plan-passed', 'sources-differ', 'superseded']);

/** A notice as sentences of its own, for under a heading that says "Let op". */
export function noticeSentences(notice: Notice, options: NoticeOptions = {}): string | undefined {
  const words = inWords(notice, options);
  return words && words.charAt(0).toUpperCase() + words.slice(1);
}

/** A notice or a term on a line of its own. "Let op:" stands here alone: no text that is stored begins with it. */
export function noticeText(block: NoticeBlock, options: NoticeOptions = {}): string | undefined {
  if (block.type === 'term') return `${block.matched} (${block.term}): ${block.meaning}`;
  if (!WARNS.has(block.kind)) return noticeSentences(block, options);
  const words = inWords(block, options);
  return words && `${options.language === 'en' ? 'Please note' : 'Let op'}: ${words}`;
}

/** As it goes on after a colon; nothing for a kind that a newer server may send to an older widget. */
function inWords(notice: Notice, { language = 'nl', today = dayInAmsterdam(new Date()) }: NoticeOptions): string | undefined {
  return language === 'en' ? inEnglish(notice, today) : inDutch(notice, today);
}

function inDutch(notice: Notice, today: string): string | undefined {
  const byWords = 'Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.';
  switch (notice.kind) {
    case 'intention':
      return 'een bron spreekt hier van een voornemen of voorstel. Dat is nog geen besluit.';
    case 'plan-passed':
      return `het plan van ${dateInWords(notice.said, 'nl')} was voor ${dateInWords(notice.plannedFor, 'nl')}. Of het is doorgegaan, staat niet in de bronnen.`;
    case 'sources-differ':
      return `de bronnen verschillen. Wat staat in ${notice.stronger} weegt zwaarder dan wat staat in ${notice.weaker}.`;
    case 'superseded': {
      const { source, supersededBy } = notice;
      const successor = supersededBy === undefined ? '' : ` In de plaats ${isSuperseded(notice, today) ? 'kwam' : 'komt'} ${supersededBy}.`;
      return `${source} ${endOfForce(notice, today)}.${successor}`;
    }
    case 'source-kind':
      return notice.text;
    case 'age':
      return `${notice.several ? 'de nieuwste bron hierbij' : 'deze bron'} is van ${dateInWords(notice.newest, 'nl')}. Ga na of er daarna iets is veranderd.`;
    case 'many-parts':
      return 'u vraagt veel tegelijk, en niet elke vraag kreeg een eigen antwoord. Stel wat u mist nog eens apart.';
    case 'busy':
      return `het is druk. ${byWords}`;
    case 'not-written':
      return 'het taalmodel gaf nu geen bruikbare tekst. Dit antwoord is zonder taalmodel gemaakt.';
    case 'model-failed':
      return `het taalmodel is nu niet bereikbaar. ${byWords}`;
    default:
      notice satisfies never;
      return undefined;
  }
}

/** Names of sources and what the sources say of themselves stay Dutch. */
function inEnglish(notice: Notice, today: string): string | undefined {
  const byWords = 'this answer was searched for by words only. Ask again later for a better one.';
  switch (notice.kind) {
    case 'intention':
      return 'a source speaks of an intention or a proposal here. That is no decision yet.';
    case 'plan-passed':
      return `the plan of ${dateInWords(notice.said, 'en')} was for ${dateInWords(notice.plannedFor, 'en')}. Whether it went ahead is not in the sources.`;
    case 'sources-differ':
      return `the sources differ. What ${notice.stronger} says weighs more than what ${notice.weaker} says.`;
    case 'superseded': {
      const ended = isSuperseded(notice, today);
      const successor = notice.supersededBy === undefined ? '' : ` ${ended ? 'It was replaced' : 'It will be replaced'} by ${notice.supersededBy}.`;
      return `${notice.source} ${ended ? 'has not applied since' : 'applies until'} ${dateInWords(notice.supersededOn, 'en')}.${successor}`;
    }
    case 'source-kind':
      return notice.text;
    case 'age':
      return `${notice.several ? 'the newest source here' : 'this source'} is of ${dateInWords(notice.newest, 'en')}. Check whether anything has changed since.`;
    case 'many-parts':
      return 'you ask much at once, and not every question got its own answer. Ask again, one at a time, for what is missing.';
    case 'busy':
      return `it is busy: ${byWords}`;
    case 'not-written':
      return 'the language model gave no usable text now. This answer was made without it.';
    case 'model-failed':
      return `the language model cannot be reached now: ${byWords}`;
    default:
      notice satisfies never;
      return undefined;
  }
}
