import { resolve } from 'node:path';
import { AppError, BadInputError } from '../errors.ts';
import { readConfig } from '../runtime/config.ts';
import { loadEnvFile } from '../runtime/load-env-file.ts';

const HELP = [
  'Gebruik: npm run export -- langchain MAP',
  '',
  'Schrijft de index als een map die HNSWLib van @langchain/community opent. De makers stoppen met dat pakket;',
  'er is geen opvolger. De assistent zelf gebruikt het niet.',
].join('\n');

/** `npm run export`: the index in a form of others. */
async function main([form, dir, ...more]: readonly string[]): Promise<void> {
  if (form === '--help' || form === '-h') return console.log(HELP);
  if (form !== 'langchain' || dir === undefined || dir.startsWith('-') || more.length > 0) throw new BadInputError(HELP);
  loadEnvFile();
  const { exportLangchain } = await import('./export-langchain.ts');
  console.log(await exportLangchain(readConfig(process.env).indexDir, resolve(dir)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : 'Er ging iets mis dat niet had mogen gebeuren. Er is niets geschreven.');
  if (!(error instanceof AppError) && process.env['DEBUG']) console.error(error);
  process.exitCode = error instanceof BadInputError ? 2 : 1;
});
