import type { Check } from '../../verdict/check.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { fiveFigures } from '../../verdict/five-figures.ts';
import { handsLine, verdictLine } from '../../verdict/verdict-words.ts';
import { summarise, summariseBy } from '../../metrics/summary.ts';
import { casesForVerdict } from '../../verdict/cases-for-verdict.ts';
import { percent } from '../format.ts';
import { typeLabel } from './labels.ts';
import { html, table, type Markup } from './markup.ts';

const TESTED_ON = {
  test: 'Getoetst op de bevroren helft van de vragen: die is niet gebruikt om de assistent te verbeteren.',
  tune: 'Getoetst op vragen waarmee de assistent ook is verbeterd; het oordeel over live gaan hoort bij de bevroren helft.',
  selection: 'Dit is een keuze uit de vragen. Daarom is er geen oordeel over de assistent als geheel.',
} as const;

/** What an evaluator wants to know first: may it go live, and if not, why not. */
export function verdictSection(verdict: Verdict, evaluation: Evaluation): Markup {
  const selection = verdict.testedOn === 'selection';
  return html`<section id="oordeel" class="verdict ${selection ? 'none' : verdict.passed ? 'pass' : 'fail'}" aria-labelledby="oordeel-kop">
<h2 id="oordeel-kop" style="border:0;margin:0;padding:0">Oordeel</h2>
<p class="result">${verdictLine(verdict)}</p>
${!selection && broken(verdict)}
${five(evaluation, verdict)}
<p>${TESTED_ON[verdict.testedOn]} ${!selection && handsLine(verdict)}</p>
${inShort(evaluation)}
${verdict.untested.length > 0 && html`<p>Niet gemeten in deze ronde: ${verdict.untested.join(', ')}. Daarover zegt dit oordeel niets.</p>`}
${evaluation.notes.length > 0 && html`<ul>${evaluation.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
</section>
${table(
  'Grenzen om live te mogen, en wat is gemeten',
  [
    { head: 'Grens', cell: ({ label }) => label },
    { head: 'Gemeten', cell: ({ measured }) => measured, numeric: true },
    { head: 'Nodig', cell: ({ required }) => required, numeric: true },
    { head: 'Gehaald', cell: ({ outcome }) => OUTCOMES[outcome] },
    { head: '95%-interval en aantal', cell: ({ detail }) => detail },
    { head: 'Waarom', cell: ({ why }) => why },
  ],
  verdict.checks,
)}`;
}

const OUTCOMES: Record<Check['outcome'], Markup> = {
  gehaald: html`<span class="ok">✓ ja</span>`,
  'niet-gehaald': html`<span class="no">✗ nee</span>`,
  onbekend: html`<span class="no">? te weinig</span>`,
};

/** What falls short, by name: the first thing that somebody asks. */
function broken({ checks }: Verdict): Markup {
  const named = (outcome: Check['outcome']): string => checks.filter((check) => check.outcome === outcome).map(({ label, measured }) => `${label.toLowerCase()} (${measured})`).join(', ');
  const [failed, unknown] = [named('niet-gehaald'), named('onbekend')];
  return html`${failed !== '' && html`<p>Niet gehaald: ${failed}.</p>`}${unknown !== '' && html`<p>Te weinig om te beoordelen: ${unknown}.</p>`}`;
}

function five({ results }: Evaluation, verdict: Verdict): Markup {
  return html`<dl class="five">${fiveFigures(results, verdict).map(
    ({ label, shown, says, estimate, check }) => html`<div><dt>${label}</dt><dd><strong class="${check ? (check.passed ? 'ok' : 'no') : ''}">${shown}</strong> ${says}${
      check && html`<br /><span class="soft">nodig: ${check.required}; n = ${estimate.n}</span>`
    }</dd></div>`,
  )}</dl>`;
}

/** Two sentences that a reader can repeat in a meeting. */
function inShort({ results }: Evaluation): Markup {
  const { results: judged } = casesForVerdict(results);
  const { right, cases } = summarise(judged);
  const weak = [...summariseBy(judged, (result) => [result.case.type])]
    .filter(([, summary]) => summary.cases >= 5)
    .sort(([, a], [, b]) => a.right.value - b.right.value)
    .slice(0, 3)
    .filter(([, summary]) => summary.right.value < 1);
  return html`<p>Van de ${cases} vragen zijn er ${Math.round(right.value * cases)} helemaal goed behandeld (${percent(right.value)}): alle bewijs en alle
kernfeiten staan in het antwoord en alles klopt, of er is terecht niet geantwoord.${
    weak.length > 0 &&
    html` Het vaakst gaat het mis bij ${weak.map(([type, summary], at) => `${at > 0 ? (at === weak.length - 1 ? ' en ' : ', ') : ''}${typeLabel(type)} (${percent(summary.right.value)} goed)`).join('')}.`
  }</p>`;
}
