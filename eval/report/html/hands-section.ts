import type { MeasureName } from '../../metrics/measures.ts';
import { measureOf } from '../../metrics/measures.ts';
import { byDistance, byHand, type Part } from '../../metrics/splits.ts';
import { summarise } from '../../metrics/summary.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { casesForVerdict } from '../../verdict/cases-for-verdict.ts';
import { showOf } from '../../verdict/check-answers.ts';
import { html, table, type Markup } from './markup.ts';

const SHOWN: readonly MeasureName[] = ['direct', 'verdictRight', 'evidenceCited', 'routesRight', 'falseRefusals', 'abstained', 'right'];

/** How much the figures owe to questions that look like learned ones. */
export function handsSection({ results }: Evaluation): Markup {
  const { results: judged } = casesForVerdict(results);
  const hands = byHand(judged);
  const quarters = byDistance(judged);
  return html`<section id="handen"><h2>Wie schreef de vragen, en hoe bekend zijn ze?</h2>
<p>De assistent leert van oefenvragen. Vragen van dezelfde soort hand lijken daarop en geven een te mooi cijfer. Verse handen kenden alleen de vijf documenten; hun cijfer telt voor het oordeel.</p>
${parts('Per hand', hands)}
${
  quarters.length > 0
    ? parts('Naar afstand tot de dichtstbijzijnde geleerde vraag', quarters)
    : html`<p class="soft">Hoe dicht een vraag bij een geleerde vraag ligt, is in deze ronde niet bekend: dat vertelt een assistent alleen in hetzelfde proces.</p>`
}
</section>`;
}

function parts(caption: string, rows: readonly Part[]): Markup {
  const summaries = rows.map(({ label, results }) => ({ label, summary: summarise(results) }));
  return html`${table(
    caption,
    [
      { head: 'Vragen', cell: ({ label }: (typeof summaries)[number]) => label },
      { head: 'Aantal', numeric: true, cell: ({ summary }) => summary.cases },
      ...SHOWN.map((name) => ({
        head: measureOf(name).label,
        numeric: true,
        cell: ({ summary }: (typeof summaries)[number]) => (summary[name].n === 0 ? '–' : html`${showOf(measureOf(name))(summary[name].value)}<br /><span class="soft">n = ${summary[name].n}</span>`),
      })),
    ],
    summaries,
  )}`;
}
