import type { Evaluation } from '../../run/evaluation.ts';
import type { Comparison } from '../../verdict/comparison.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { dateTime, duration, number } from '../format.ts';
import { casesSection } from './cases-section.ts';
import { checksSection } from './checks-section.ts';
import { comparisonSection } from './comparison-section.ts';
import { figuresSection } from './figures-section.ts';
import { handsSection } from './hands-section.ts';
import { leftOutSection } from './left-out-section.ts';
import { html, Markup } from './markup.ts';
import { robustnessSection } from './robustness-section.ts';
import { SCRIPT, STYLE } from './style.ts';
import { systemsSection } from './systems-section.ts';
import { systemsTestSection } from './systems-test-section.ts';
import { verdictSection } from './verdict-section.ts';

/** The whole report as one file without outside parts. */
export function reportPage(evaluation: Evaluation, verdict: Verdict, comparison?: Comparison): string {
  const { createdAt, system, results, durationMs, selection, documents } = evaluation;
  const frozen = results.filter((result) => result.case.split === 'test').length;
  const page = html`<!doctype html>
<html lang="nl"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Evaluatie van de Bekostigingswijzer</title><style>${new Markup(STYLE)}</style></head>
<body>
<header class="top"><h1>Evaluatie van de Bekostigingswijzer</h1>
<p class="soft">${dateTime(createdAt)}. Gemeten: ${system}, met ${number(results.length)} vragen (${number(frozen)} uit de bevroren helft), in ${duration(durationMs)}.${selection && ` Keuze: ${selection}.`}</p>
<nav aria-label="Onderdelen"><ul>${contents(evaluation, comparison).map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`)}</ul></nav></header>
<main>
${verdictSection(verdict, evaluation)}
${figuresSection(evaluation)}
${handsSection(evaluation)}
${leftOutSection(evaluation)}
${systemsSection(evaluation)}
${robustnessSection(evaluation)}
${checksSection(evaluation)}
${systemsTestSection(evaluation)}
${comparisonSection(comparison)}
<section id="werkwijze"><h2>Hoe is gemeten?</h2>
<p>De vragen zijn geschreven vanuit de bronnen en vanuit wat zorgverleners, vrijwilligers en beleidsmedewerkers zouden typen. Bij elke vraag staat welke zinnen het antwoord bewijzen. Die zinnen zijn letterlijk in de bronnen teruggevonden voordat de meting begon. De ontwikkelhelft is gebruikt om de assistent te verbeteren, de bevroren helft alleen om te meten.</p>
<p>Geen mens of taalmodel beoordeelt de antwoorden. Een citaat telt als bewijs als het ten minste de helft van een bewijszin letterlijk bevat. Citaten, getallen en pagina’s worden teken voor teken vergeleken. Intervallen zijn 95%-intervallen: Wilson voor aandelen, bootstrap over vragen voor gemiddelden en verschillen. Rangordematen volgen de definities van trec_eval, met bewijsplaatsen als wat er te vinden is.</p>
<p>Bronnen: ${documents.map(({ id, title, sha256 }) => html`${title} (${id}, sha256 ${sha256.slice(0, 12)}…). `)}</p></section>
${casesSection(evaluation, comparison)}
</main>
<footer>Gemaakt met npm run eval. Dit bestand bevat alles en kan worden bewaard, gemaild en afgedrukt.</footer>
<script>${new Markup(SCRIPT)}</script>
</body></html>`;
  return page.text;
}

function contents({ leaveOneDocumentOut, collections, robustness, distractors, rules, selfTest, systemsTest }: Evaluation, comparison: Comparison | undefined): [id: string, label: string][] {
  return [
    ['oordeel', 'Oordeel'],
    ['cijfers', 'Cijfers'],
    ['groepen', 'Waar het goed en fout gaat'],
    ['handen', 'Wie schreef de vragen'],
    ...(leaveOneDocumentOut ? [['nieuw-document', 'Een nieuw document'] as [string, string]] : []),
    ...(collections ? [['vergelijking', 'Andere systemen'] as [string, string]] : []),
    ...(robustness || distractors ? [['robuust', 'Robuustheid'] as [string, string]] : []),
    ...(rules ? [['regelcheck', 'Regelcheck'] as [string, string]] : []),
    ...(selfTest ? [['zelftest', 'Zelftest'] as [string, string]] : []),
    ...(systemsTest ? [['slechte-assistenten', 'Slechte assistenten'] as [string, string]] : []),
    ...(comparison ? [['vorige-keer', 'Wat is er veranderd?'] as [string, string]] : []),
    ['werkwijze', 'Hoe is gemeten?'],
    ['vragen', 'Alle vragen'],
  ];
}
