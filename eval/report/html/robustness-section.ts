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
  {
    head: 'Niet meer goed',
    cell: ({ lost }: RobustnessFigures) =>
      lost.length === 0 ? 'geen' : html`<ul>${lost.slice(0, 5).map(({ id, question }) => html`<li><a href="#${id}">${id}</a>: ${question}</li>`)}</ul>${lost.length > 5 && html`<p>en nog ${lost.length - 5}</p>`}`,
  },
]; // prettier-ignore

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
${table('Andere schrijfwijzen van dezelfde vraag', columns, robustness)}`
}
${
  distractors &&
  html`<h3>Oude wetten tussen de bronnen</h3>
<p>De index is uitgebreid met ${number(distractors.charactersAdded)} tekens aan wetten en regels van rond 2014, die niet meer gelden. ${
    distractors.supersededCited.length === 0
      ? 'Geen enkel antwoord haalt er een aan alsof die nog geldt.'
      : `${distractors.supersededCited.length} keer haalt een antwoord een oude wet aan alsof die nog geldt.`
  }${distractors.supersededNoted > 0 && ` ${distractors.supersededNoted} keer staat er een oude wet bij, met de melding dat die niet meer geldt.`}</p>
${table('Dezelfde vragen met oude wetten in de index', columns, [distractors])}
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
