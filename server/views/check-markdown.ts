import type { CheckDescription, CheckResult } from '../contract.ts';
import type { CheckState } from './check-state.ts';
import { answerLabel } from './check-answers.ts';
import { dutchDate } from '../corpus/dates.ts';
import { escapedLine } from './markdown-text.ts';
import { groupRoutes, statusWords } from './route-view.ts';
import { check, fill, payment, source } from './labels.ts';

const conditionNames = { voldaan: check.met, 'niet-voldaan': check.unmet, onbekend: check.open };

/** The result of the check as Markdown, with every condition and quote, for a report or an e-mail. */
export function checkMarkdown({ description, state, result }: { description: CheckDescription; state: CheckState; result: CheckResult }, address: string): string {
  const { fitting, others } = groupRoutes(result.routes);
  const answers = state.answers.flatMap(({ fact: id, value }) =>
    description.facts.filter((fact) => fact.id === id).map((fact) => `- ${escapedLine(fact.question)} **${escapedLine(answerLabel(fact, value))}**`),
  );
  const cited = (text: string, citations: CheckResult['routes'][number]['warnings'][number]['citations']): string[] => [
    `- ${escapedLine(text)}`,
    ...citations.map(({ quote, title, page }) => `  > “${escapedLine(quote)}” (${escapedLine(title)}, ${fill(source.page, { page }).toLowerCase()})`),
  ];
  const routes = [...fitting, ...others].map((route) =>
    [
      `## ${escapedLine(route.title)}: ${statusWords(route).name}`,
      `${statusWords(route).meaning} ${payment[route.payment] ?? route.payment}.`,
      route.reason === undefined ? '' : cited(route.reason.text, route.reason.citations).join('\n'),
      section(check.nextSteps, route.nextSteps.flatMap(({ text, citations }) => cited(text, citations))),
      section(check.warnings, route.warnings.flatMap(({ text, citations }) => cited(text, citations))),
      section(check.conditions, route.conditions.flatMap(({ text, status, citations }) => cited(`${conditionNames[status]}: ${text}`, citations))),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `${[
    `# ${fill(check.resultFor, { date: dutchDate(result.asOf) })}`,
    check.notAdvice,
    section(check.yourAnswers, answers),
    ...routes,
    address,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `### ${title}\n\n${lines.join('\n')}`);
