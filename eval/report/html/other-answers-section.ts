import { estimate, estimateDifference } from '../../metrics/estimate.ts';
import type { Measure } from '../../metrics/measure.ts';
import { MEASURES } from '../../metrics/measures.ts';
import type { CaseResult } from '../../metrics/score-case.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import type { Estimate } from '../../statistics/wilson.ts';
import { casesForVerdict } from '../../verdict/cases-for-verdict.ts';
import { decimal, number, percent, signed } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

interface Row {
  measure: Measure;
  ours: Estimate;
  others: { theirs: Estimate; ahead: Estimate }[];
}

/** What a reader gets from other systems: their first passages as an answer, by every measure that says something about it. */
export function otherAnswersSection({ results, otherAnswers }: Evaluation): Markup {
  if (!otherAnswers) return html``;
  const { results: judged } = casesForVerdict(results);
  const rows = MEASURES.map((measure: Measure) => row(measure, judged, otherAnswers)).filter(({ others }) => others.some(({ theirs }) => theirs.n > 0));
  return html`<section id="antwoorden-van-anderen"><h2>Wat een lezer van andere systemen krijgt</h2>
<p>Goed zoeken is nog geen goed antwoord. De andere systemen antwoorden zoals zij dat zonder taalmodel doen: met hun eerste vier stukken tekst, elk met een verwijzing; zij zeggen nooit dat het er niet staat. Dezelfde vragen (${number(judged.length)}), dezelfde maten. Achter elk systeem staat hoeveel de assistent ervan verschilt, met 95%-interval (gepaard, over vragen); <span class="ok">groen</span>: het hele interval is in het voordeel van de assistent, <span class="no">rood</span>: in zijn nadeel.</p>
${table(
  'Antwoorden naast elkaar, alle maten',
  [
    { head: 'Maat', cell: ({ measure, ours }: Row) => html`${measure.label}<br /><span class="soft">n = ${number(ours.n)}${measure.lowerIsBetter && '; lager is beter'}</span>` },
    { head: 'Assistent', numeric: true, cell: ({ measure, ours }: Row) => figure(measure, ours) },
    ...otherAnswers.flatMap(({ label }, at) => [
      { head: label, numeric: true, cell: ({ measure, others }: Row) => figure(measure, others[at]!.theirs) },
      { head: 'verschil', numeric: true, cell: ({ measure, others }: Row) => difference(measure, others[at]!.ahead) },
    ]),
  ],
  rows,
)}
</section>`;
}

function row(measure: Measure, ours: readonly CaseResult[], systems: readonly { results: readonly CaseResult[] }[]): Row {
  return {
    measure,
    ours: estimate(measure, ours),
    others: systems.map(({ results }) => ({ theirs: estimate(measure, results), ahead: estimateDifference(measure, ours, results) })),
  };
}

const show = ({ show: kind }: Measure) => (kind === 'percent' ? percent : kind === 'score' ? decimal : number);

/** The number of cases stands at the head of the row. */
const bounds = ({ low, high }: Estimate, shown: (value: number) => string): string => `${shown(low)} tot ${shown(high)}`;

function figure(measure: Measure, one: Estimate): Markup | string {
  if (one.n === 0) return '–';
  return html`${show(measure)(one.value)}<br /><span class="soft">${bounds(one, show(measure))}</span>`;
}

function difference(measure: Measure, ahead: Estimate): Markup | string {
  if (ahead.n === 0) return '–';
  const better = measure.lowerIsBetter ? ahead.high < 0 : ahead.low > 0;
  const worse = measure.lowerIsBetter ? ahead.low > 0 : ahead.high < 0;
  const bound = (value: number): string => signed(value, show(measure));
  return html`<span class="${better ? 'ok' : worse ? 'no' : 'soft'}">${bound(ahead.value)}</span><br /><span class="soft">${bounds(ahead, bound)}</span>`;
}
