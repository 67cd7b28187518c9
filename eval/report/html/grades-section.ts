import { SCALE } from '../../reading/scale.ts';
import { spread, type Agreement, type GradeFigures, type ReadAnswer } from '../../reading/grades/grade-figures.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import type { Estimate } from '../../statistics/wilson.ts';
import { decimal, interval, number, percent } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

/** Answers that are named in the report: the worst and those that readers do not agree about. */
const NAMED = 30;

const withInterval = (one: Estimate, show = decimal): Markup | string =>
  one.n === 0 ? '–' : html`${show(one.value)}<br /><span class="soft">${interval(one, show)}</span>`;

/** What people thought of the answers, whether they agree, and whether the program's measures say the same. */
export function gradesSection({ grades, results }: Evaluation): Markup {
  if (!grades) return html``;
  const { readers, grade, agreement, program, measures, answers, notes, drafts } = grades;
  const here = new Set(results.map((result) => result.case.id));
  return html`<section id="lezers"><h2>Wat lezers vinden</h2>
<p>${readers.length === 1 ? 'Eén lezer gaf' : `${number(readers.length)} lezers gaven`} een cijfer aan ${number(answers.length)} antwoorden, zonder de scores te zien en zonder overleg: ${SCALE.map(({ grade: step, label }) => `${step} ${label.charAt(0).toLowerCase()}${label.slice(1)}`).join('; ')}.</p>
<p>Gemiddeld cijfer: <strong>${decimal(grade.value)}</strong> (${interval(grade, decimal)}). Zo goed voorspelt de beoordeling van het programma dat cijfer (Spearman, 1 is volmaakt): <strong>${decimal(program.value)}</strong> (${interval(program, decimal)}).</p>
${table(
  'De lezers',
  [
    { head: 'Lezer', cell: ({ name }: GradeFigures['readers'][number]) => name },
    { head: 'Antwoorden', numeric: true, cell: ({ n }) => number(n) },
    { head: 'Gemiddeld', numeric: true, cell: ({ mean }) => decimal(mean) },
    ...SCALE.map(({ grade: step }) => ({ head: `${step}`, numeric: true, cell: ({ counts }: GradeFigures['readers'][number]) => number(counts[step]!) })),
  ],
  readers,
)}
${agreement.length === 0 ? html`<p>Er is geen tweede lezer van dezelfde antwoorden; of lezers het eens zijn, is niet te zeggen.</p>` : html`${table(
    'Zijn de lezers het eens?',
    [
      { head: 'Lezers', cell: ({ readers: [a, b] }: Agreement) => `${a} en ${b}` },
      { head: 'Zelfde cijfer', numeric: true, cell: ({ same }: Agreement) => withInterval(same, percent) },
      { head: 'Kappa van Cohen', numeric: true, cell: ({ kappa }: Agreement) => withInterval(kappa) },
      { head: 'Kappa, kwadratisch gewogen', numeric: true, cell: ({ weighted }: Agreement) => withInterval(weighted) },
    ],
    agreement,
  )}
<p class="soft">Kappa is 0 als de overeenstemming toeval kan zijn en 1 als de lezers het altijd eens zijn. Gewogen telt twee cijfers verschil vier keer zo zwaar als één. Een streepje: iemand gaf overal hetzelfde cijfer.</p>`}
${table(
  'Welke maat voorspelt het cijfer van de lezers?',
  [
    { head: 'Maat', cell: ({ label }: GradeFigures['measures'][number]) => label },
    { head: 'Spearman', numeric: true, cell: ({ correlation }: GradeFigures['measures'][number]) => withInterval(correlation) },
  ],
  [{ name: 'program', label: 'Alle samen, op de schaal van de lezers', correlation: program }, ...measures],
)}
<p class="soft">Elke maat is berekend over precies het antwoord dat is gelezen, en zo gedraaid dat meer beter is. ‘Alle samen’ staat vooraf vast: 0 iets klopt niet; 1 geen antwoord; tot 2 een deel; 2 alles, 3 alles en meteen.</p>
${named(answers, here)}
${[...notes, ...drafts.notes].map((note) => html`<p class="no">${note}</p>`)}
${drafts.files.map(({ path, cases }) => html`<p>Verbeteringen van lezers, als concept van een vraag: ${path} (${cases}). Loop ze na en zet ze daarna in eval/cases.</p>`)}
</section>`;
}

function named(answers: readonly ReadAnswer[], here: ReadonlySet<string>): Markup {
  const chosen = answers.filter((one) => one.mean < 2 || spread(one) >= 2 || one.grades.some(({ remark }) => remark !== undefined));
  if (chosen.length === 0) return html``;
  const caption = `Laag beoordeeld, oneens of met opmerking: ${number(chosen.length)} antwoorden${chosen.length > NAMED ? `, de eerste ${NAMED}` : ''}`;
  return table(
    caption,
    [
      { head: 'Vraag', cell: ({ caseId, question }: ReadAnswer) => html`${here.has(caseId) ? html`<a href="#${caseId}">${caseId}</a>` : caseId}: ${question}` },
      { head: 'Cijfers', cell: ({ grades }: ReadAnswer) => grades.map(({ reader, grade, remark }) => html`<div>${reader}: ${grade}${remark !== undefined && ` (${remark})`}</div>`) },
      { head: 'Programma', numeric: true, cell: ({ program }: ReadAnswer) => decimal(program ?? NaN) },
    ],
    chosen.slice(0, NAMED),
  );
}
