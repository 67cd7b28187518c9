import type { Verdict } from '../../verdict/verdict.ts';
import type { Evaluation } from '../../run/evaluation.ts';
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
  const failed = verdict.checks.filter(({ passed }) => !passed).length;
  const selection = verdict.testedOn === 'selection';
  const result = selection
    ? 'Keuze uit de vragen: geen oordeel'
    : verdict.passed
      ? verdict.untested.length > 0
        ? `Voldoet aan alle ${verdict.checks.length} gemeten grenzen`
        : `Voldoet aan alle ${verdict.checks.length} grenzen`
      : `Voldoet niet: ${failed} van de ${verdict.checks.length} grenzen niet gehaald`;
  return html`<section id="oordeel" class="verdict ${selection ? 'none' : verdict.passed ? 'pass' : 'fail'}" aria-labelledby="oordeel-kop">
<h2 id="oordeel-kop" style="border:0;margin:0;padding:0">Oordeel</h2>
<p class="result">${result}</p>
<p>${TESTED_ON[verdict.testedOn]}</p>
${inShort(evaluation)}
${verdict.untested.length > 0 && html`<p>Niet gemeten in deze ronde: ${verdict.untested.join(', ')}.</p>`}
${evaluation.notes.length > 0 && html`<ul>${evaluation.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
</section>
${table(
  'Grenzen om live te mogen, en wat is gemeten',
  [
    { head: 'Grens', cell: ({ label }) => label },
    { head: 'Gemeten', cell: ({ measured }) => measured, numeric: true },
    { head: 'Nodig', cell: ({ required }) => required, numeric: true },
    { head: 'Gehaald', cell: ({ passed }) => (passed ? html`<span class="ok">✓ ja</span>` : html`<span class="no">✗ nee</span>`) },
    { head: '95%-interval en aantal', cell: ({ detail }) => detail },
  ],
  verdict.checks,
)}`;
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
