import type { RouteVerdict } from './evaluate.ts';
import { conditions, inSentence, plainReason } from './plain-reason.ts';

/** No route leads: everything was looked at and nothing fits. */
export const NOTHING_FITS = 'Van de betaalroutes in de bronnen past er geen bij deze situatie.';

/** What an answer about a situation begins with: the leading route by its usual name, and how it stands. */
export function leadingSentence(verdict: RouteVerdict): string {
  const { route, line } = verdict;
  const name = route.name ?? route.title;
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  const { text } = plainReason(verdict);
  switch (line) {
    case 2:
      return `${Name} geldt nog niet. ${text}`;
    case 4:
      return `${Name} kan hier niet: er is al een andere prestatie voor deze samenwerking. ${conditionText(verdict, 'keuze', 'false')}`;
    case 5:
      return `Of ${name} hier betaalt, is onzeker. ${text}`;
    case 6:
      return `Misschien ${name}. ${text}`;
    case 7:
      return `Over ${name} spreken de bronnen elkaar tegen. ${text}`;
    case 8:
      return `${Name} kan, maar nu nog niet. ${text.replace(/^De situatie past\. /, '')}`;
    case 9:
      return `${Name} past bij deze situatie, als dit is geregeld: ${inSentence(conditionText(verdict, 'regelen', 'unknown'))}`;
    default:
      if (route.payment.form === 'in-tarief') {
        // What the sources say with "in beginsel" is not said without.
        const hedge = text.includes('in beginsel') ? ' in beginsel' : '';
        return `Geen aparte betaaltitel: dit overleg zit${hedge} in het tarief (${name.replace(/^(?:de|het) /, '')}). ${text}`;
      }
      return `${Name} past: ${inSentence(text)}`;
  }
}

const conditionText = (verdict: RouteVerdict, ...kind: ['keuze' | 'regelen', 'false' | 'unknown']): string => conditions(verdict, ...kind).map(({ text }) => text).join(' ');
