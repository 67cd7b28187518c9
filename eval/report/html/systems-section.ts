import type { CollectionFigures, SystemFigures } from '../../baselines/compare-systems.ts';
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

/** What others would build, on the same questions: a table per collection, the own documents first. */
export function systemsSection({ collections, results }: Evaluation): Markup {
  if (!collections) return html``;
  return html`<section id="vergelijking"><h2>Vergeleken met andere systemen</h2>
<p>Alle systemen zoeken dezelfde vragen in dezelfde teksten, met hetzelfde taalmodel. Een vervolgvraag wordt overal gezocht met wat de gebruiker eerder vroeg. De assistent voegt passages die overlappen samen (gemiddeld ${number(passageLength(results))} tekens); de andere systemen geven stukken van hoogstens ongeveer 1.000 tekens.
Een tweede verzameling gaat over een ander onderwerp: zo blijkt of de zoekmachine in het algemeen goed is en niet alleen op de eigen vragen. De woordenlijst doet daar niet mee.</p>
${collections.map(collectionPart)}
</section>`;
}

/** Characters of the assistant's first five passages, mean. */
const passageLength = (results: Evaluation['results']): number =>
  mean(results.flatMap(({ search }) => search?.results.slice(0, 5).map(({ start, end }) => end - start) ?? []));

function collectionPart({ name, n, documents, systems, recallByRank }: CollectionFigures): Markup {
  const curves = [{ label: 'De assistent', recall: recallByRank }, ...systems.map(({ label, recallByRank: recall }) => ({ label, recall }))];
  return html`<h3>${name}</h3>
<figure>${intervalPlot(
    systems.map(({ label, ahead }) => ({ label, estimate: ahead.ndcg10 })),
    { description: `Voorsprong van de assistent op nDCG@10 per systeem in ${name}, met 95%-interval`, title: 'Voorsprong van de assistent op nDCG@10', kind: 'difference' },
  )}<figcaption>Rechts van nul staat de assistent voor. Groen: het hele interval ligt boven nul (gepaarde bootstrap over vragen).</figcaption></figure>
${table(`${name}: ${number(n)} vragen over ${number(documents)} documenten`, columns, systems)}
<figure>${recallByRankPlot(curves)}
<ul class="legend">${curveColours(curves.map(({ label }) => label)).map(({ label, colour }) => html`<li><span style="background:${colour}"></span>${label}</li>`)}</ul>
<figcaption>Hoe ver moet men lezen? Deel van de vragen waarvan bewijs in de eerste 1 tot 20 passages staat.</figcaption></figure>`;
}
