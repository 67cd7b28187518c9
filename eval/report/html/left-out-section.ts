import { measureOf } from '../../metrics/measures.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import type { LeftOut, LeftOutFigure } from '../../run/leave-one-document-out.ts';
import type { Estimate } from '../../statistics/wilson.ts';
import { decimal, percent, signed } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

/** What to expect of a document that was just added, beside the figures with questions about it. */
export function leftOutSection({ leaveOneDocumentOut }: Evaluation): Markup {
  if (!leaveOneDocumentOut) return html``;
  const { rounds, all } = leaveOneDocumentOut;
  return html`<section id="nieuw-document"><h2>Hoe gaat het met een nieuw document?</h2>
<p>Van elk document zijn om de beurt de geleerde vragen weggenomen, alsof het net is toegevoegd. Daarna zijn de vragen gesteld waarvan het bewijs in dat document staat, en alle vragen zonder antwoord.
Gewichten die op alle documenten zijn geleerd, bleven staan; daardoor zijn de cijfers nog iets te gunstig. Intervallen: bootstrap over vragen, want dezelfde vraag komt in meer ronden voor.</p>
${figuresTable('Alle documenten samen', all)}
${rounds.map((round) => figuresTable(`Zonder geleerde vragen over ${round.documentId}`, round))}
</section>`;
}

function figuresTable(title: string, { toAnswer, toAbstain, figures }: LeftOut): Markup {
  return table(
    `${title}: ${toAnswer} vragen met en ${toAbstain} zonder antwoord`,
    [
      { head: 'Maat', cell: ({ measure }: LeftOutFigure) => measureOf(measure).label },
      { head: 'Zonder geleerde vragen', numeric: true, cell: ({ measure, without }: LeftOutFigure) => cell(without, showing(measure)) },
      { head: 'Met', numeric: true, cell: ({ measure, with: given }: LeftOutFigure) => cell(given, showing(measure)) },
      { head: 'Verschil', numeric: true, cell: ({ measure, difference }: LeftOutFigure) => cell(difference, (value) => signed(value, showing(measure))) },
    ],
    figures,
  );
}

const showing = (measure: LeftOutFigure['measure']): ((value: number) => string) => (measureOf(measure).show === 'score' ? decimal : percent);

const cell = ({ value, low, high, n }: Estimate, show: (value: number) => string): Markup | string =>
  n === 0 ? '–' : html`${show(value)}<br /><span class="soft">${show(low)} tot ${show(high)}</span>`;
