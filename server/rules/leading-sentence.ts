import type { RouteVerdict } from './evaluate.ts';
import type { Language } from './in-english.ts';
import { conditions, inSentence, plainReason } from './plain-reason.ts';
import { put, situationWords } from './situation-words.ts';

/** More names than these say nothing to a reader. */
const MOST_NAMES = 4;

/**
 * What an answer about a situation begins with: the leading route by its usual name, and how it stands; or the routes among
 * which an answer still decides.
 * @param ranked all routes, the leading one first
 */
export function leadingSentence(ranked: readonly [RouteVerdict, ...RouteVerdict[]], language: Language = 'nl'): string {
  const [verdict] = ranked;
  const { route, line } = verdict;
  const words = situationWords[language];
  const name = nameOf(verdict);
  const possible = ranked.filter((other) => other.line === 6 && isAboutThis(other));
  if (line === 6 && possible.length > 1 && possible.length <= MOST_NAMES) return put(words.perhapsOneOf, { names: listed(possible.map(nameOf), words.or) });
  const { text } = plainReason(verdict, language);
  switch (line) {
    case 2:
      return put(words.routeNotYet, { name, text });
    case 4:
      return put(words.routeNotBeside, { name, text });
    case 5:
      return put(words.routeUncertain, { name, text });
    case 6:
      return put(words.perhaps, { name, text });
    case 7:
      return put(words.routeDisputed, { name, text });
    case 8:
      return put(words.routeAfterStep, { name, text: text.startsWith(`${words.fits} `) ? text.slice(words.fits.length + 1) : text });
    case 9:
      return put(words.routeIfArranged, { name, text: inSentence(conditionText(verdict, 'regelen', 'unknown')) });
    default:
      if (route.payment.form === 'in-tarief') {
        // What the sources say with "in beginsel" is not said without.
        const isHedged = text.toLowerCase().includes(words.inPrinciple);
        return put(isHedged ? words.inTariffInPrinciple : words.inTariff, { name: name.replace(words.article, ''), text });
      }
      return put(words.routeFits, { name, text: inSentence(text) });
  }
}

const conditionText = (verdict: RouteVerdict, ...kind: ['regelen', 'unknown']): string => conditions(verdict, ...kind).map(({ text }) => text).join(' ');

const nameOf = ({ route }: RouteVerdict): string => route.name ?? route.title;

/** The route says about whom a consultation is, and this one is. */
const isAboutThis = ({ conditions }: RouteVerdict): boolean => conditions.some(({ condition, truth }) => condition.id === 'onderwerp' && truth === 'true');

const listed = (names: readonly string[], or: string): string => `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1) ?? ''}`;
