import type { Evaluation } from '../../run/evaluation.ts';
import type { RobustnessFigures } from '../../robustness/run-robustness.ts';
import { interval, number, percent, signed } from '../format.ts';
import { intervalPlot } from '../plots/intervals.ts';
import { html, table, type Markup } from './markup.ts';

const difference = (name: 'evidenceCited' | 'recall5' | 'right') => (figures: RobustnessFigures) =>
  figures[name].n === 0 ? '–' : html`${signed(figures[name].value, percent)}<br /><span class="soft">${interval(figures[name], (bound) => signed(bound, percent))}</span>`;

const columns = [
  { head: 'Wat er anders is', cell: ({ label }: RobustnessFigures) => label },
  { head: 'Vragen', numeric: true, cell: ({ n }: RobustnessFigures) => n },
  { head: 'Bewijs aangehaald', numeric: true, cell: difference('evidenceCited') },
  { head: 'recall@5', numeric: true, cell: difference('recall5') },
  { head: 'Helemaal goed', numeric: true, cell: difference('right') },
]; // prettier-ignore

/** The questions that went wrong in another wording, closed at first: they are many. */
function lostQuestions(robustness: readonly RobustnessFigures[]): Markup {
  const some = robustness.filter(({ lost }) => lost.length > 0);
  const total = some.reduce((sum, { lost }) => sum + lost.length, 0);
  if (total === 0) return html``;
  return html`<details class="more"><summary>Vragen die in een andere schrijfwijze niet meer goed gaan (${total})</summary><div class="body">${some.map(
    ({ label, lost }) => html`<h3>${label}</h3><ul>${lost.map(({ id, question }) => html`<li><a href="#${id}">${id}</a>: ${question}</li>`)}</ul>`,
  )}</div></details>`;
}

/** Other wordings of the same questions, and old laws among the documents. */
export function robustnessSection({ robustness, distractors, full }: Evaluation): Markup {
  if (!robustness && !distractors) return html``;
  return html`<section id="robuust"><h2>Blijft het goed gaan als de vraag of de bronnen anders zijn?</h2>
<p>Verschillen in procentpunten tegenover dezelfde vragen zoals ze zijn opgeschreven.${!full && ' Dit is een vaste steekproef; met --full worden alle vragen gesteld.'}</p>
${
  robustness &&
  html`<figure>${intervalPlot(
    robustness.filter(({ evidenceCited }) => evidenceCited.n > 0).map(({ label, evidenceCited }) => ({ label, estimate: evidenceCited })),
    { description: 'Verschil in bewijs aangehaald per andere schrijfwijze, met 95%-interval', title: 'Verschil in bewijs aangehaald', kind: 'difference' },
  )}<figcaption>Links van nul wordt minder bewijs aangehaald. Rood: het hele interval ligt onder nul.</figcaption></figure>
${table('Andere schrijfwijzen van dezelfde vraag', columns, robustness)}
${lostQuestions(robustness)}`
}
${
  distractors &&
  html`<h3>Oude wetten tussen de bronnen</h3>
<p>De index is uitgebreid met ${number(distractors.charactersAdded)} tekens aan wetten en regels van rond 2014, die niet meer gelden en zo zijn gemerkt (<code>supersededOn</code>). ${
    distractors.supersededCited.length === 0
      ? 'Geen enkel antwoord haalt er een aan alsof die nog geldt.'
      : `${distractors.supersededCited.length} keer haalt een antwoord een oude wet aan alsof die nog geldt.`
  }${distractors.supersededNoted > 0 && ` ${distractors.supersededNoted} keer staat er een oude wet bij, met de melding dat die niet meer geldt.`}</p>
${table('Dezelfde vragen met oude wetten in de index', columns, [distractors])}
${lostQuestions([distractors])}
${
  distractors.supersededCited.length > 0 &&
  table('Aangehaalde oude wetten', [
    { head: 'Vraag', cell: ({ id }) => html`<a href="#${id}">${id}</a>` },
    { head: 'Document', cell: ({ documentId }) => documentId },
    { head: 'Citaat', cell: ({ quote }) => quote.slice(0, 300) },
  ], distractors.supersededCited)
}`
}
</section>`;
}
