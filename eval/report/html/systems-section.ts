import type { SystemFigures } from '../../baselines/compare-systems.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { mean } from '../../statistics/quantile.ts';
import { decimal, interval, number, percent, signed } from '../format.ts';
import { curveColours, recallByRankPlot } from '../plots/curves.ts';
import { intervalPlot } from '../plots/intervals.ts';
import { html, table, type Markup } from './markup.ts';

const columns = [
  { head: 'Systeem', cell: ({ label }: SystemFigures) => label },
  { head: 'nDCG@10', numeric: true, cell: ({ means }: SystemFigures) => decimal(means.ndcg10.value) },
  { head: 'MRR@10', numeric: true, cell: ({ means }: SystemFigures) => decimal(means.mrr10.value) },
  { head: 'recall@1', numeric: true, cell: ({ means }: SystemFigures) => percent(means.recall1.value) },
  { head: 'recall@5', numeric: true, cell: ({ means }: SystemFigures) => percent(means.recall5.value) },
  { head: 'recall@10', numeric: true, cell: ({ means }: SystemFigures) => percent(means.recall10.value) },
  { head: 'Assistent voor op nDCG@10 (95%-interval)', cell: ({ ahead }: SystemFigures) => `${signed(ahead.ndcg10.value, decimal)} (${interval(ahead.ndcg10, (bound) => signed(bound, decimal))})` },
]; // prettier-ignore

/** What others would build, on the same questions. */
export function systemsSection({ baselines, collection, results }: Evaluation): Markup {
  if (!baselines && !collection) return html``;
  return html`<section id="vergelijking"><h2>Vergeleken met andere systemen</h2>
${baselines && own(baselines, passageLength(results))}
${
  collection &&
  html`<h3>Tweede verzameling</h3>
<p>${collection.name}: ${number(collection.n)} vragen over ${number(collection.documents)} antwoorden. Een ander onderwerp, om te zien of de zoekmachine in het algemeen goed is en
niet alleen op de eigen vragen. De woordenlijst doet hier niet mee.</p>
${table('Zoeken in de tweede verzameling', columns, collection.systems)}`
}
</section>`;
}

/** Characters of the assistant's first five passages, mean. */
const passageLength = (results: Evaluation['results']): number =>
  mean(results.flatMap(({ search }) => search?.results.slice(0, 5).map(({ start, end }) => end - start) ?? []));

function own({ systems, recallByRank, n }: NonNullable<Evaluation['baselines']>, length: number): Markup {
  const curves = [{ label: 'De assistent', recall: recallByRank }, ...systems.map(({ label, recallByRank: recall }) => ({ label, recall }))];
  return html`<p>Alle systemen zoeken dezelfde ${n} vragen met antwoord (van de bevroren helft, als die is gemeten) in dezelfde teksten, met hetzelfde taalmodel. Een vervolgvraag wordt overal gezocht met wat de gebruiker eerder vroeg. De assistent voegt passages die overlappen samen (gemiddeld ${number(length)} tekens); de andere systemen geven stukken van hoogstens ongeveer 1.000 tekens.</p>
<figure>${intervalPlot(
    systems.map(({ label, ahead }) => ({ label, estimate: ahead.ndcg10 })),
    { description: 'Voorsprong van de assistent op nDCG@10 per systeem, met 95%-interval', title: 'Voorsprong van de assistent op nDCG@10', kind: 'difference' },
  )}<figcaption>Rechts van nul staat de assistent voor. Groen: het hele interval ligt boven nul (gepaarde bootstrap over vragen).</figcaption></figure>
${table('Zoeken in de eigen documenten', columns, systems)}
<h3>Hoe ver moet men lezen?</h3>
<figure>${recallByRankPlot(curves)}
<ul class="legend">${curveColours(curves.map(({ label }) => label)).map(({ label, colour }) => html`<li><span style="background:${colour}"></span>${label}</li>`)}</ul>
<figcaption>Deel van de vragen waarvan bewijs in de eerste 1 tot 20 passages staat.</figcaption></figure>`;
}
