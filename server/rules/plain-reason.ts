import type { RouteVerdict } from './evaluate.ts';
import type { Language } from './in-english.ts';
import type { ConditionKind } from './rule-set.ts';
import { dayInWords, put, situationWords, type SituationWords } from './situation-words.ts';
import type { Quote, SourcedText } from './sourced-text.ts';
import type { Truth } from './truth.ts';

/** Why a route has its status in one or two sentences, with what proves it, the best proof first. */
export interface PlainReason {
  text: string;
  quotes: readonly Quote[];
}

/** More conditions than these are not told one by one. */
const MOST_TOLD = 2;

/** @param verdict with its texts in that language */
export function plainReason(verdict: RouteVerdict, language: Language = 'nl'): PlainReason {
  const words = situationWords[language];
  const { period } = verdict.phase;
  const { payment } = verdict.route;
  const [first, ...more] = verdict.nextSteps;
  const step = first && more.length === 0 ? ` ${first.text}` : '';
  switch (verdict.line) {
    case 1: {
      const [unmet, ...others] = conditions(verdict, 'situatie', 'false');
      if (unmet === undefined) return { text: words.unmet, quotes: [] };
      return { text: [put(words.needed, { text: inSentence(unmet.text) }), ...(others.length > 0 ? [words.alsoUnmet] : [])].join(' '), quotes: unmet.quotes };
    }
    case 2:
      return { text: put(words.notYet, { date: dayInWords(period.from ?? '', language), text: period.text }), quotes: period.quotes };
    case 3:
      return { text: put(words.over, { date: dayInWords(period.to ?? '', language), text: period.text }), quotes: period.quotes };
    case 4:
      return { text: first?.text ?? words.choose, quotes: quotesOf(conditions(verdict, 'keuze', 'false')) };
    case 5: {
      const unsettled = conditions(verdict, 'onbeslist', 'false');
      return unsettled.length > 0 ? aside(unsettled) : { text: period.text, quotes: [...period.quotes, ...payment.quotes] };
    }
    case 6: {
      const open = conditions(verdict, 'situatie', 'unknown');
      return open.length > MOST_TOLD ? dependsOnMany(verdict, open, words) : told(words.depends, open);
    }
    case 7:
      return aside(conditions(verdict, 'betwist', 'false'));
    case 8: {
      const unmet = conditions(verdict, 'regelen', 'false');
      return step ? { text: `${words.fits}${step}`, quotes: quotesOf(unmet) } : told(words.arrangeFirst, unmet);
    }
    case 9:
      return told(words.arrangedUnknown, conditions(verdict, 'regelen', 'unknown'));
    default:
      return { text: payment.text, quotes: [...payment.quotes.slice(0, 1), ...subjectQuotes(verdict), ...payment.quotes.slice(1)] };
  }
}

/** Too much is open to tell it all: what must be arranged whatever the situation is more use. */
function dependsOnMany(verdict: RouteVerdict, open: readonly SourcedText[], words: SituationWords): PlainReason {
  const [arrange] = [...conditions(verdict, 'regelen', 'unknown'), ...conditions(verdict, 'regelen', 'false')];
  if (arrange === undefined) return { text: words.dependsOnMany, quotes: quotesOf(open.slice(0, 1)) };
  return { text: `${words.dependsOnMany} ${put(words.inAnyCase, { text: inSentence(arrange.text) })}`, quotes: quotesOf([arrange, ...open.slice(0, 1)]) };
}

export function conditions({ conditions: all }: RouteVerdict, kind: ConditionKind, truth: Truth): SourcedText[] {
  return all.filter(({ condition, truth: now }) => condition.kind === kind && now === truth).map(({ condition }) => condition);
}

function told(lead: string, items: readonly SourcedText[]): PlainReason {
  return { text: `${lead} ${inSentence(items.map(({ text }) => text).join(' '))}`, quotes: quotesOf(items) };
}

/** Of a condition on which the sources do not settle: what comes after the condition itself, which is not so here. */
function aside(items: readonly SourcedText[]): PlainReason {
  const texts = items.map(({ text }) => text.replace(/^[^.]*\.\s+(?=\S)/, ''));
  return { text: texts.join(' '), quotes: quotesOf(items) };
}

const quotesOf = (items: readonly SourcedText[]): Quote[] => items.flatMap(({ quotes }) => quotes);

/** That it is about one patient or a group is what tells tariffs apart. */
function subjectQuotes({ conditions: all }: RouteVerdict): readonly Quote[] {
  return all.find(({ condition }) => condition.id === 'onderwerp')?.condition.quotes.slice(0, 1) ?? [];
}

/** As it goes on after a colon: "Er is …" → "er is …", but "PGAZ" and "O&I" stay. */
export const inSentence = (text: string): string => (/^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
