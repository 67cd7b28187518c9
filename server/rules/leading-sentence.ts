import type { RouteVerdict } from './evaluate.ts';
import { conditions, inSentence, plainReason } from './plain-reason.ts';

/** No route leads: everything was looked at and nothing fits. */
export const NOTHING_FITS = 'Van de betaalroutes in de bronnen past er geen bij deze situatie.';

/** More names than these say nothing to a reader. */
const MOST_NAMES = 4;

/**
 * What an answer about a situation begins with: the leading route by its usual name, and how it stands; or the routes among
 * which an answer still decides.
 * @param ranked all routes, the leading one first
 */
export function leadingSentence(ranked: readonly [RouteVerdict, ...RouteVerdict[]]): string {
  const [verdict] = ranked;
  const { route, line } = verdict;
  const name = nameOf(verdict);
  const possible = ranked.filter((other) => other.line === 6 && isAboutThis(other));
  if (line === 6 && possible.length > 1 && possible.length <= MOST_NAMES) {
    return `Mogelijk via ${listed(possible.map(nameOf))}. Welke het is, hangt nog af van uw situatie.`;
  }
  const { text } = plainReason(verdict);
  switch (line) {
    case 2:
      return `Via ${name} kan dit nog niet. ${text}`;
    case 4:
      return `Via ${name} kan dit niet naast wat er al is afgesproken. ${text}`;
    case 5:
      return `Of dit via ${name} kan, is onzeker. ${text}`;
    case 6:
      return `Misschien via ${name}. ${text}`;
    case 7:
      return `Of dit via ${name} kan, is omstreden. ${text}`;
    case 8:
      return `Via ${name} kan dit, maar nu nog niet. ${text.replace(/^De situatie past\. /, '')}`;
    case 9:
      return `Dit kan via ${name}, als dit is geregeld: ${inSentence(conditionText(verdict, 'regelen', 'unknown'))}`;
    default:
      if (route.payment.form === 'in-tarief') {
        // What the sources say with "in beginsel" is not said without.
        const hedge = text.includes('in beginsel') ? ' in beginsel' : '';
        return `Geen aparte betaaltitel: dit overleg zit${hedge} in het tarief (${name.replace(/^(?:de|het) /, '')}). ${text}`;
      }
      return `Dit kan via ${name}: ${inSentence(text)}`;
  }
}

const conditionText = (verdict: RouteVerdict, ...kind: ['regelen', 'unknown']): string => conditions(verdict, ...kind).map(({ text }) => text).join(' ');

const nameOf = ({ route }: RouteVerdict): string => route.name ?? route.title;

/** The route says about whom a consultation is, and this one is. */
const isAboutThis = ({ conditions }: RouteVerdict): boolean => conditions.some(({ condition, truth }) => condition.id === 'onderwerp' && truth === 'true');

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} of ${names.at(-1) ?? ''}`;
