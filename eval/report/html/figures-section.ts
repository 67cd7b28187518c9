import type { CaseResult } from '../../metrics/score-case.ts';
import { summarise, summariseBy, type Summary } from '../../metrics/summary.ts';
import type { Measure } from '../../metrics/measure.ts';
import { MEASURES, measureOf, type MeasureName } from '../../metrics/measures.ts';
import { meanRisk, riskCoverage, type Confidence } from '../../metrics/risk-coverage.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import type { Estimate } from '../../statistics/wilson.ts';
import { casesForVerdict } from '../../verdict/cases-for-verdict.ts';
import { showOf } from '../../verdict/check-answers.ts';
import { decimal, number } from '../format.ts';
import { riskCoveragePlot } from '../plots/curves.ts';
import { intervalPlot } from '../plots/intervals.ts';
import { groupLabel, typeLabel } from './labels.ts';
import { html, table, type Markup } from './markup.ts';

const show = (measure: Measure, value: number): string => showOf(measure)(value);

function cell(measure: Measure, estimate: Estimate): Markup | string {
  if (estimate.n === 0) return '–';
  return html`${show(measure, estimate.value)}<br /><span class="soft">${show(measure, estimate.low)} tot ${show(measure, estimate.high)}; n = ${estimate.n}</span>`;
}

/** All figures side by side: frozen half, tune half, and the tutorial pipeline on the same cases. */
export function figuresSection({ results, shared, collections, tutorialAnswers, latency }: Evaluation): Markup {
  const columns: { head: string; summary: Summary }[] = [];
  for (const [split, head] of [['test', 'Bevroren helft'], ['tune', 'Ontwikkelhelft']] as const) {
    const half = results.filter((result) => result.case.split === split);
    if (half.length > 0) columns.push({ head, summary: summarise(half) });
  }
  const tutorial = tutorialAnswers && summarise(tutorialAnswers);
  const tutorialRetrieval = collections?.[0]?.systems.find(({ id }) => id === 'langchain')?.means;
  const other = (measure: Measure<MeasureName>): Markup | string => {
    if (tutorialRetrieval && measure.name in tutorialRetrieval) return cell(measure, tutorialRetrieval[measure.name as keyof typeof tutorialRetrieval]);
    return tutorial ? cell(measure, tutorial[measure.name]) : '–';
  };
  return html`<section id="cijfers"><h2>Cijfers</h2>
${table(
  'Alle maten, met 95%-interval en aantal',
  [
    { head: 'Maat', cell: (measure: Measure<MeasureName>) => html`${measure.label}<br /><span class="soft">${measure.explanation}</span>` },
    ...columns.map(({ head, summary }) => ({ head, numeric: true, cell: (measure: Measure<MeasureName>) => cell(measure, summary[measure.name]) })),
    ...(tutorialAnswers ? [{ head: 'LangChain-voorbeeld', numeric: true, cell: other }] : []),
  ],
  MEASURES,
)}
${table(
  'Lengte en fouten',
  [
    { head: 'Deel', cell: ({ head }: (typeof columns)[number]) => head },
    { head: 'Aangehaalde tekens per antwoord', numeric: true, cell: ({ summary }) => number(summary.quotedCharacters) },
    { head: 'Zonder bruikbaar antwoord', numeric: true, cell: ({ summary }) => number(summary.failures) },
  ],
  [...columns, ...(tutorial ? [{ head: 'LangChain-voorbeeld', summary: tutorial }] : [])],
)}
${latency && html`<p>Tijd per antwoord op deze machine, één gebruiker: de helft binnen ${number(latency.p50Ms)} ms (p50), 95 % binnen ${number(latency.p95Ms)} ms (p95), n = ${latency.n}.</p>`}
</section>
${groupsSection(results, shared)}
${riskSection(results)}`;
}

const documentsOf = (result: CaseResult): string[] => result.case.evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId));

function groupsSection(results: readonly CaseResult[], shared: ReadonlySet<string>): Markup {
  const { results: judged } = casesForVerdict(results);
  const part = (title: string, keys: (result: CaseResult) => readonly string[], label: (key: string) => string): Markup => {
    const groups = [...summariseBy(judged, keys)].sort(([, a], [, b]) => a.right.value - b.right.value);
    if (groups.length === 0) return html``;
    return html`<h3>Per ${title}</h3>
<figure>${intervalPlot(
      groups.map(([key, { right }]) => ({ label: label(key), estimate: right })),
      { description: `Deel helemaal goed per ${title}, met 95%-interval`, title: 'Helemaal goed', kind: 'rate' },
    )}<figcaption>Stip: deel van de vragen dat helemaal goed is. Streep: 95%-interval. Tussen haakjes het aantal vragen.</figcaption></figure>
${table(
  `Per ${title}`,
  [
    { head: title, cell: ([key]: (typeof groups)[number]) => label(key) },
    { head: 'Vragen', numeric: true, cell: ([, summary]) => summary.cases },
    ...MEASURES.filter((measure: Measure) => measure.column !== undefined).map(({ name }) => ({
      head: measureOf(name).label,
      numeric: true,
      cell: ([, summary]: (typeof groups)[number]) => (summary[name].n === 0 ? '–' : show(measureOf(name), summary[name].value)),
    })),
  ],
  groups,
)}`;
  };
  return html`<section id="groepen"><h2>Waar het goed en fout gaat</h2>
${part('soort vraag', (result) => [result.case.type], typeLabel)}
${part('document', documentsOf, (key) => key)}
${part('gebruikersgroep', (result) => [result.case.group], groupLabel)}
${sharedSection(results, shared)}
</section>`;
}

/** Whether the frozen half is harder where its evidence was never looked at. */
function sharedSection(results: readonly CaseResult[], shared: ReadonlySet<string>): Markup {
  const frozen = results.filter(({ case: { split, abstain } }) => split === 'test' && !abstain);
  if (frozen.length === 0) return html``;
  const rows = [
    { label: 'Bewijs dat bij geen vraag van de ontwikkelhelft hoort', summary: summarise(frozen.filter((result) => !shared.has(result.case.id))) },
    { label: 'Bewijs dat ook bij een vraag van de ontwikkelhelft hoort', summary: summarise(frozen.filter((result) => shared.has(result.case.id))) },
  ].filter(({ summary }) => summary.cases > 0);
  return html`<h3>Nieuw en bekend bewijs</h3>
<p>De vragen van de bevroren helft zijn nooit gebruikt om de assistent te verbeteren. Maar de bronnen zijn kort: dezelfde zin beantwoordt soms vragen in beide helften.</p>
${table(
  'Bevroren helft, vragen met antwoord',
  [
    { head: 'Vragen', cell: ({ label }: (typeof rows)[number]) => label },
    { head: 'Aantal', numeric: true, cell: ({ summary }: (typeof rows)[number]) => summary.cases },
    ...(['right', 'evidenceCited', 'vitalFacts', 'ndcg10', 'recall5'] as const).map((name) => ({
      head: measureOf(name).label,
      numeric: true,
      cell: ({ summary }: (typeof rows)[number]) => cell(measureOf(name), summary[name]),
    })),
  ],
  rows,
)}`;
}

/** The assistant's own confidence, which is not told over HTTP. */
function confidences(results: readonly CaseResult[]): Confidence[] {
  return results.flatMap(({ ask: { confidence }, scores }) => (confidence === undefined ? [] : [{ confidence, answered: scores.abstained === false, right: scores.right }]));
}

function riskSection(results: readonly CaseResult[]): Markup {
  const { results: judged } = casesForVerdict(results);
  const known = confidences(judged);
  const points = riskCoverage(known);
  if (points.length === 0) return html``;
  return html`<section id="zekerheid"><h2>Weet de assistent wat hij niet weet?</h2>
<p>Antwoorden van zeker naar onzeker. Hoe lager de lijn links begint, hoe beter de zekerheid van de assistent klopt. De rode stip is waar hij nu staat.</p>
<figure>${riskCoveragePlot(points)}<figcaption>Risk–coverage: gemiddeld risico over de kromme ${decimal(meanRisk(points))}; n = ${known.length}.</figcaption></figure></section>`;
}
