import type { BadSystemRow } from '../../metric-self-test/bad-systems/outcome.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { checkLabel } from '../check-label.ts';
import { number } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

const OUTCOMES: Record<BadSystemRow['outcome'], Markup> = {
  caught: html`<span class="ok">✓ gezien</span>`,
  missed: html`<span class="no">✗ gemist</span>`,
};

/** Whether the word "voldoet" means something: whole systems of which is known what they are worth. */
export function systemsTestSection({ systemsTest }: Evaluation): Markup | undefined {
  if (!systemsTest) return undefined;
  const { cases, good, rows } = systemsTest;
  const caught = rows.filter(({ outcome }) => outcome === 'caught').length;
  return html`<section id="slechte-assistenten"><h2>Kan een slechte assistent dit oordeel halen?</h2>
<p>Dezelfde grenzen zijn gelegd naast een ideale assistent, die uit de vragen zelf is gemaakt, en naast ${number(rows.length)} assistenten met elk één fout. Elk kreeg ${number(cases)} vragen.
De ideale assistent ${good.failedBy.length === 0 ? 'voldoet' : html`<strong>voldoet niet</strong> (${good.failedBy.map(checkLabel).join(', ')})`}. Van de slechte zijn er ${number(caught)} gezien door de maat die ervoor bedoeld is.</p>
${table('Expres slechte assistenten', [
    { head: 'Wat deze assistent fout doet', cell: ({ label }) => label },
    { head: 'Moet zakken op', cell: ({ mustFailBy }) => mustFailBy.map(checkLabel).join(' of ') },
    { head: 'Zakt op', cell: ({ failedBy }) => failedBy.map(checkLabel).join(', ') || 'niets' },
    { head: 'Uitkomst', cell: ({ outcome }) => OUTCOMES[outcome] },
  ], rows)}</section>`;
} // prettier-ignore
