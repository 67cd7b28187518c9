import type { Evaluation } from '../../run/evaluation.ts';
import type { Comparison } from '../../verdict/comparison.ts';
import { caseEntry } from './case-entry.ts';
import { splitLabel, typeLabel } from './labels.ts';
import { html, type Markup } from './markup.ts';

/** Every case, the wrong ones first, with a filter that the script brings to life. */
export function casesSection({ results, documents }: Evaluation, comparison: Comparison | undefined): Markup {
  const sorted = [...results].sort((a, b) => Number(a.scores.right) - Number(b.scores.right) || (a.case.id < b.case.id ? -1 : 1));
  const types = [...new Set(results.map((result) => result.case.type))].sort((a, b) => typeLabel(a).localeCompare(typeLabel(b), 'nl'));
  const splits = [...new Set(results.map((result) => result.case.split))];
  const option = (value: string, label: string): Markup => html`<option value="${value}">${label}</option>`;
  return html`<section id="vragen"><h2>Alle vragen</h2>
<p>De vragen die niet goed zijn, staan bovenaan. Klik op een vraag voor het antwoord, het bewijs dat gevonden of gemist is, en de scores.</p>
<form class="filter" hidden>
<div><label for="words">Zoek in vraag of nummer</label><input type="search" id="words" name="words" autocomplete="off" /></div>
<div><label for="filter-result">Uitkomst</label><select id="filter-result" name="result">${option('', 'alle')}${option('fout', 'niet goed')}${option('goed', 'goed')}${option('gewijzigd', 'anders dan vorige keer')}${option('slechter', 'slechter dan vorige keer')}${option('beter', 'beter dan vorige keer')}${option('mislukt', 'geen bruikbaar antwoord')}</select></div>
<div><label for="filter-type">Soort vraag</label><select id="filter-type" name="type">${option('', 'alle')}${types.map((type) => option(type, typeLabel(type)))}</select></div>
<div><label for="filter-document">Document</label><select id="filter-document" name="document">${option('', 'alle')}${documents.map(({ id }) => option(id, id))}</select></div>
<div><label for="filter-split">Helft</label><select id="filter-split" name="split">${option('', 'beide')}${splits.map((split) => option(split, splitLabel(split)))}</select></div>
</form>
<p id="count" role="status">${results.length} vragen</p>
${sorted.map((result) => caseEntry(result, comparison?.before.get(result.case.id)))}
</section>`;
}
