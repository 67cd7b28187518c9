import type { RouteVerdict } from './evaluate.ts';
import { conditions, inSentence, plainReason } from './plain-reason.ts';

/** No route leads: everything was looked at and nothing fits. */
export const NOTHING_FITS = 'Van de betaalroutes in de bronnen past er geen bij deze situatie.';

/** What an answer about a situation begins with: the leading route by its usual name, and how it stands. */
export function leadingSentence(verdict: RouteVerdict): string {
  const { route, line } = verdict;
  const name = route.name ?? route.title;
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
