import { readConfig } from '../runtime/config.ts';
import { AppError } from '../errors.ts';
import { helpText, readArguments } from './check-arguments.ts';
import { openIndexedRules } from './open-index.ts';
import { createEvaluator } from '../rules/evaluate.ts';
import { printCheck } from './print-check.ts';
import { printTrace } from './print-trace.ts';
import { readFacts } from '../rules/read-facts.ts';
import { createRuleCheck } from '../rules/rule-check.ts';

/** `npm run check -- --onderwerp groep --domein zvw`: the rule check on the command line, over the built index. */
async function main(argv: readonly string[]): Promise<void> {
  const { rules, documents } = await openIndexedRules(readConfig(process.env).indexDir);
  const { facts, asOf, json, explain, help } = readArguments(argv, rules.facts);
  if (help || argv.length === 0) {
    console.log(helpText(rules.facts));
    if (argv.length === 0) console.log('\nZoekt u de controles van de code? Die start u met: npm run verify');
    return;
  }
  const result = createRuleCheck(rules, documents).check(facts, asOf);
  const width = Math.min(process.stdout.columns ?? 100, 120);
  console.log(json ? JSON.stringify(result, null, 2) : printCheck(result, rules.facts, width));
  if (!explain || json) return;
  const known = readFacts(rules, facts);
  const { routes } = createEvaluator(rules.facts, rules.routes)(known, result.asOf);
  console.log(`\n${routes.map((verdict) => printTrace(verdict, known)).join('\n\n')}`);
}

// Whoever reads along may stop early (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : 'Er ging iets mis in de rekenregels. Meld dit aan de beheerder.');
  if (!(error instanceof AppError)) console.error(error);
  process.exitCode = 1;
});
