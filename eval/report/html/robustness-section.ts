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

/** The same questions in other wordings, and with old laws among the documents: one table. */
export function robustnessSection({ robustness, distractors, full }: Evaluation): Markup {
  const changes = [...(robustness ?? []), ...(distractors ? [distractors] : [])];
  if (changes.length === 0) return html``;
  return html`<section id="robuust"><h2>Blijft het goed gaan als de vraag of de bronnen anders zijn?</h2>
<p>Verschillen in procentpunten tegenover dezelfde vragen zoals ze zijn opgeschreven.${!full && ' Dit is een vaste steekproef; met --full worden alle vragen gesteld.'}</p>
<figure>${intervalPlot(
    changes.filter(({ evidenceCited }) => evidenceCited.n > 0).map(({ label, evidenceCited }) => ({ label, estimate: evidenceCited })),
    { description: 'Verschil in bewijs aangehaald per verandering, met 95%-interval', title: 'Verschil in bewijs aangehaald', kind: 'difference' },
  )}<figcaption>Links van nul wordt minder bewijs aangehaald. Rood: het hele interval ligt onder nul.</figcaption></figure>
${table('Dezelfde vragen, anders geschreven of tussen andere bronnen', columns, changes)}
${lostQuestions(changes)}
${distractors && superseded(distractors)}
</section>`;
}

/** The questions that went wrong, closed at first: they are many. */
function lostQuestions(changes: readonly RobustnessFigures[]): Markup {
  const some = changes.filter(({ lost }) => lost.length > 0);
  const total = some.reduce((sum, { lost }) => sum + lost.length, 0);
  if (total === 0) return html``;
  return html`<details class="more"><summary>Vragen die dan niet meer goed gaan (${total})</summary><div class="body">${some.map(
    ({ label, lost }) => html`<h3>${label}</h3><ul>${lost.map(({ id, question }) => html`<li><a href="#${id}">${id}</a>: ${question}</li>`)}</ul>`,
  )}</div></details>`;
}

function superseded({ charactersAdded, supersededCited, supersededNoted }: NonNullable<Evaluation['distractors']>): Markup {
  return html`<p>Oude wetten: de index is uitgebreid met ${number(charactersAdded)} tekens aan teksten die niet meer gelden en zo zijn gemerkt (<code>supersededOn</code>). ${
    supersededCited.length === 0
      ? 'Geen enkel antwoord haalt er een aan alsof die nog geldt.'
      : `${supersededCited.length} keer haalt een antwoord een oude wet aan alsof die nog geldt.`
  }${supersededNoted > 0 && ` ${supersededNoted} keer staat er een oude wet bij, met de melding dat die niet meer geldt.`}</p>
${
  supersededCited.length > 0 &&
  table('Aangehaalde oude wetten', [
    { head: 'Vraag', cell: ({ id }) => html`<a href="#${id}">${id}</a>` },
    { head: 'Document', cell: ({ documentId }) => documentId },
    { head: 'Citaat', cell: ({ quote }) => quote.slice(0, 300) },
  ], supersededCited)
}`;
}
