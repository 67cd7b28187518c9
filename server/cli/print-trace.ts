import colours from 'picocolors';
import { conditionInWords, valueInWords } from '../rules/condition-in-words.ts';
import type { ConditionTrace, Facts } from '../rules/condition.ts';
import type { RouteVerdict } from '../rules/evaluate.ts';
import { traceOf } from '../rules/trace.ts';
import type { Truth } from '../rules/truth.ts';
import { routeStatus } from '../views/labels.ts';

const TRUTH_WORDS: Record<Truth, string> = { true: colours.green('waar'), false: colours.red('onwaar'), unknown: colours.yellow('onbekend') };

/** How a verdict came about, for a terminal: each condition with its parts, then the ten lines with the one that decided. */
export function printTrace(verdict: RouteVerdict, facts: Facts): string {
  const { lines, conditions } = traceOf(verdict, facts);
  return [
    colours.bold(`${verdict.route.title}: hoe de uitkomst ontstaat`),
    ...conditions.flatMap(({ trace }) => conditionLines(trace, 2)),
    ...lines.map(({ line, question, status, fitsNow, decides }) => {
      const mark = decides ? colours.bold(`→ ja, dus: ${routeStatus[status].name}`) : fitsNow ? 'ja, maar een eerdere regel beslist' : 'nee';
      return `  ${line}. ${question} ${mark}`;
    }),
  ].join('\n');
}

function conditionLines({ condition, truth, given, parts }: ConditionTrace, indent: number): string[] {
  const said = given === undefined ? '' : ` (gegeven: ${valueInWords(given)})`;
  const own = `${' '.repeat(indent)}${conditionInWords(condition).replaceAll('`', '')}: ${TRUTH_WORDS[truth]}${said}`;
  return [own, ...parts.flatMap((part) => conditionLines(part, indent + 2))];
}
