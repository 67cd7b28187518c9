import type { RouteResult } from '../contract.ts';
import type { RouteVerdict } from './evaluate.ts';
import type { ConditionKind } from './rule-set.ts';
import type { SourcedText } from './sourced-text.ts';
import type { Truth } from './truth.ts';

type CitedText = RouteResult['warnings'][number];

const DUTCH_DAY = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `2024-05-01` → `1 mei 2024` */
export function inWords(day: string): string {
  return DUTCH_DAY.format(new Date(`${day}T00:00:00Z`));
}

/** Why a route has its status, in Dutch, with the quotes of a date, a choice or a contradiction that decided. */
export function reasonOf(verdict: RouteVerdict, cite: (sourced: SourcedText) => CitedText): CitedText {
  const { period } = verdict.phase;
  const about = (lead: string, kind: ConditionKind, truth: Truth): CitedText => {
    const found = verdict.conditions.filter(({ condition, truth: now }) => condition.kind === kind && now === truth);
    // The quotes stand with the conditions; only where the sources decide, they are the reason itself.
    const quoted = kind === 'keuze' || kind === 'betwist' || kind === 'onbeslist' ? found.map(({ condition }) => cite(condition)) : [];
    return joined([lead, ...found.map(({ condition }) => condition.text)], quoted);
  };
  switch (verdict.line) {
    case 1:
      // Known is that not all of several things are so, not which.
      if (verdict.conditions.every(({ condition: { kind }, truth }) => kind !== 'situatie' || truth !== 'false')) {
        return about('Deze route past niet bij uw situatie. U zei dat niet al deze dingen kloppen:', 'situatie', 'unknown');
      }
      return about('Deze route past niet bij uw situatie. Hieraan is niet voldaan:', 'situatie', 'false');
    case 2:
      return joined([`Op deze datum geldt de route nog niet. De bronnen noemen ${inWords(period.from ?? '')}.`, period.text], [cite(period)]);
    case 3:
      return joined([`Op deze datum is de route afgelopen. Zij eindigde uiterlijk op ${inWords(period.to ?? '')}.`, period.text], [cite(period)]);
    case 4:
      return about('U kunt deze route niet gebruiken naast de andere. Kies er één. Hieraan is niet voldaan:', 'keuze', 'false');
    case 5:
      if (verdict.inputs.settled === 'false') return about('De bronnen zeggen niet of de route in uw situatie kan. Zij zeggen er alleen iets over als dit klopt:', 'onbeslist', 'false');
      return joined(['De bronnen geven hierover geen zekerheid.', period.text], [cite(period)]);
    case 6:
      return about('Er zijn nog vragen open over uw situatie. Nog onbekend is:', 'situatie', 'unknown');
    case 7:
      return about('De bronnen spreken elkaar tegen over uw situatie.', 'betwist', 'false');
    case 8:
      return about('De route past, maar er moet nog iets worden geregeld:', 'regelen', 'false');
    case 9:
      return about('De route past. Nog onbekend is of dit is geregeld:', 'regelen', 'unknown');
    default:
      return joined(['De route past bij uw situatie en er staat niets meer open.', period.text], [cite(period)]);
  }
}

/** Texts after each other; the citations of all, numbered again, each place once. */
function joined(texts: string[], parts: CitedText[]): CitedText {
  const citations = parts
    .flatMap((part) => part.citations)
    .filter(({ href }, index, all) => all.findIndex((other) => other.href === href) === index)
    .map((citation, index) => ({ ...citation, n: index + 1 }));
  return { text: texts.join(' '), citations };
}
