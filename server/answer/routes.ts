import type { RouteMention } from '../contract.ts';

/** What the rule check understood of a question. */
export interface AboutQuestion {
  routes: RouteMention[];
  understood: { factId: string; value: string | boolean; label: string }[];
  missingByRoute: Record<string, { factId: string; question: string }[]>;
  /** `/check#…` with the understood facts filled in. */
  link: string;
}

/** Statuses as a reader says them. */
const STATUS: Record<RouteMention['status'], string> = {
  'van-toepassing': 'van toepassing',
  'niet-van-toepassing': 'niet van toepassing',
  'nog-niet': 'nog niet mogelijk',
  verlopen: 'verlopen',
  conflict: 'kan niet samen met een andere route',
  betwist: 'de bronnen spreken elkaar tegen',
  onbekend: 'nog niet te zeggen',
};

/** Open questions named per route; the guided check asks the rest. */
const OPEN_QUESTIONS = 2;

/** Says what was understood, never silently, and what the rule check makes of it; empty when no fact was stated. */
export function composeRoutes({ routes, understood, missingByRoute, link }: AboutQuestion): string {
  if (understood.length === 0) return '';
  const facts = understood.map(({ label }) => label).join(' ');
  const lines = routes.map(({ id, title, status }) => {
    const open = (missingByRoute[id] ?? []).slice(0, OPEN_QUESTIONS).map(({ question }) => question);
    return `- **${title}**: ${STATUS[status]}.${open.length > 0 ? ` Nog nodig: ${open.join(' ')}` : ''}`;
  });
  return [
    `**Uit uw vraag begrepen:** ${facts}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    `[Ga na wat er geldt in de regelcheck](${link})`,
  ].join('\n\n');
}
