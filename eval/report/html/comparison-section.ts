import type { Comparison } from '../../verdict/comparison.ts';
import { dateTime, decimal, interval, signed } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

/** What changed since the committed baseline (or the run given). */
export function comparisonSection(comparison: Comparison | undefined): Markup {
  if (!comparison) return html``;
  const { createdAt, n, differences, worse, better } = comparison;
  const links = (ids: readonly string[]): Markup => (ids.length === 0 ? html`<p>Geen.</p>` : html`<p class="changes">${ids.map((id) => html`<a href="#${id}">${id}</a> `)}</p>`);
  return html`<section id="vorige-keer"><h2>Wat is er veranderd?</h2>
<p>Vergeleken met de meting van ${dateTime(createdAt)}, op de ${n} vragen die in beide staan.</p>
${table('Verschil met de vorige keer', [
    { head: 'Maat', cell: ({ label }) => label },
    { head: 'Verschil', numeric: true, cell: ({ difference }) => (difference.n === 0 ? '–' : signed(difference.value, decimal)) },
    { head: '95%-interval en aantal', cell: ({ difference }) => (difference.n === 0 ? '–' : interval(difference, (bound) => signed(bound, decimal))) },
  ], differences)}
<h3>Eerst goed, nu niet (${worse.length})</h3>${links(worse)}
<h3>Eerst niet, nu goed (${better.length})</h3>${links(better)}</section>`;
} // prettier-ignore
