import { failedParts } from '../metrics/failed-parts.ts';
import type { Evaluation } from '../run/evaluation.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { escapeHtml } from '../../server/text/escape-html.ts';

/** JUnit XML for CI: one suite with the thresholds, one with a test per case. A wrong case is a failure, no answer an error. */
export function junitXml({ results, createdAt }: Evaluation, { checks }: Verdict): string {
  const thresholds = checks.map(
    ({ id, label, passed, measured, required }) =>
      `    <testcase classname="grenzen" name="${xml(`${id}: ${label}`)}">${passed ? '' : `<failure message="${xml(`gemeten ${measured}, nodig ${required}`)}"/>`}</testcase>`,
  );
  const cases = results.map((result) => {
    const { case: asked, ask, scores } = result;
    const outcome = ask.error
      ? `<error message="${xml(ask.error.message)}"/>`
      : scores.right
        ? ''
        : `<failure message="${xml(failedParts(result).join('; '))}"/>`;
    return `    <testcase classname="${xml(`${asked.split}.${asked.topic}`)}" name="${xml(`${asked.id}: ${asked.question}`)}" time="${(ask.latencyMs / 1000).toFixed(3)}">${outcome}</testcase>`;
  });
  const failures = results.filter(({ ask, scores }) => !ask.error && !scores.right).length;
  const errors = results.filter(({ ask }) => ask.error).length;
  const broken = checks.filter(({ passed }) => !passed).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="evaluatie" timestamp="${createdAt}">
  <testsuite name="grenzen" tests="${checks.length}" failures="${broken}" errors="0">
${thresholds.join('\n')}
  </testsuite>
  <testsuite name="vragen" tests="${results.length}" failures="${failures}" errors="${errors}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`;
}

/** Control characters have no place in XML 1.0, not even as references. */
const xml = (text: string): string => escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')).replace(/[\r\n\t]+/g, ' ');
