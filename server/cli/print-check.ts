import colours from 'picocolors';
import type { CheckResult, Citation, RouteResult } from '../contract.ts';
import { inWords } from '../rules/reason.ts';
import type { Fact } from '../rules/rule-set.ts';
import { statusWords } from '../views/route-view.ts';
import { wrap } from './wrap.ts';

const MARKS = { voldaan: colours.green('✓'), 'niet-voldaan': colours.red('✗'), onbekend: colours.yellow('?') };

/**
 * The answer of the rule check for a terminal: a table of verdicts, then each route with its quotes.
 * @param width columns of the terminal
 */
export function printCheck(result: CheckResult, facts: readonly Fact[], width: number): string {
  const nameWidth = Math.max(...result.routes.map(({ title }) => title.length));
  const statusWidth = Math.max(...result.routes.map((route) => statusWords(route).name.length));
  const questions = result.missing.map((id) => facts.find((fact) => fact.id === id)).filter((fact) => fact !== undefined);
  return [
    colours.bold(`Uitkomst op ${inWords(result.asOf)}`),
    '',
    ...result.routes.map((route) => `${route.title.padEnd(nameWidth)}  ${colour(route, statusWidth)}  ${route.payment}`),
    '',
    ...result.routes.flatMap((route) => routeLines(route, width)),
    ...(questions.length === 0
      ? ['Er zijn geen vragen meer die nog iets veranderen.']
      : [colours.bold('Wat nog iets kan veranderen, het belangrijkste eerst:'), ...questions.map(({ id, question }) => `  ${id}: ${question}`)]),
    '',
    colours.dim(`Regels ${result.rulesetSha256.slice(0, 12)}. Dit is een hulpmiddel, geen besluit van de NZa of uw verzekeraar.`),
  ].join('\n');
}

function routeLines(route: RouteResult, width: number): string[] {
  // Of a route that does not fit only what rules it out: the rest would bury the others.
  const isOut = route.status === 'niet-van-toepassing';
  const conditions = route.conditions.filter(({ status }) => !isOut || status === 'niet-voldaan');
  const section = (title: string, items: readonly { text: string; citations: Citation[] }[]): string[] =>
    items.length === 0
      ? []
      : ['', `  ${title}`, ...items.flatMap(({ text, citations }) => [...wrap('  - ', text, width), ...quoteLines(citations, width)])];
  return [
    colours.bold(route.title) + '  ' + colour(route),
    ...wrap('  ', route.reason?.text ?? '', width),
    '',
    '  Voorwaarden',
    ...conditions.flatMap(({ text, status, kind, citations }) => [
      ...wrap(`  ${MARKS[status]} `, `${text} (${kind}: ${status})`, width),
      ...quoteLines(citations, width),
    ]),
    ...section('Let op', isOut ? [] : route.warnings),
    ...section('Wat u kunt doen', route.nextSteps),
    '',
  ];
}

function quoteLines(citations: readonly Citation[], width: number): string[] {
  return citations.flatMap(({ quote, title, page, section }) =>
    wrap('      ', `“${quote.replace(/\s+/g, ' ')}” ${title}, p. ${page}${section === '' ? '' : `, ${section}`}`, width).map(colours.dim),
  );
}

function colour(route: RouteResult, width = 0): string {
  const { status } = route;
  const text = statusWords(route).name.padEnd(width);
  if (status === 'van-toepassing') return colours.green(text);
  return status === 'niet-van-toepassing' || status === 'verlopen' ? colours.dim(text) : colours.yellow(text);
}
