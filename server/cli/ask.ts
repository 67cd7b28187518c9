import colours from 'picocolors';
import { readConfig } from '../runtime/config.ts';
import type { TraceStep } from '../contract.ts';
import { AppError, BadInputError } from '../errors.ts';
import { loadEnvFile } from '../runtime/load-env-file.ts';
import { createLogger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';
import { refusePatientData } from '../privacy/patient-data.ts';
import { HELP, readAskArguments } from './ask-arguments.ts';
import { printAnswer } from './print-answer.ts';
import { printExplanation } from './print-explanation.ts';

const STATUS = { beantwoord: 0, deels: 0, 'niet-in-bronnen': 3 } as const;
const WRONG_USE = 2;

/** `npm run ask -- "vraag"`: the assistant in this process. @returns exit status, see `HELP` */
async function main(argv: readonly string[]): Promise<number> {
  const { request, json } = readAskArguments(argv);
  if (!request) {
    console.log(HELP);
    return 0;
  }
  refusePatientData(request.question);
  loadEnvFile();
  const config = readConfig(process.env);
  // Whoever asked for help or made a mistake waits for no model.
  const { createAssistant } = await import('../assistant/assistant.ts');
  const { assistant, warnings = [], close } = await createAssistant({ ...config, explain: true }, createLogger('silent'), new Metrics());
  for (const warning of warnings) console.error(`Let op: ${warning}`);
  const trace: TraceStep[] = [];
  try {
    const answer = await assistant.ask(request, { onStep: (entry) => trace.push(entry) });
    console.log(json ? JSON.stringify(answer, null, 2) : printAnswer(answer, Math.min(process.stdout.columns ?? 100, 100), colours));
    return STATUS[answer.outcome];
  } finally {
    // Also when a step failed: then it says which.
    if (request.explain && !json) console.log(`\n${printExplanation(trace, colours)}`);
    await close?.();
  }
}

// Whoever reads along may stop early (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError ? error.message : 'Er ging iets mis dat niet had mogen gebeuren. Probeer het opnieuw of meld het aan de beheerder.');
  if (!(error instanceof AppError) && process.env['DEBUG']) console.error(error);
  process.exitCode = error instanceof BadInputError ? WRONG_USE : 1;
}
