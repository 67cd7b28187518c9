import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../runtime/config.ts';
import { AppError } from '../errors.ts';
import { documentRules } from '../rules/documentation.ts';
import { openIndexedRules } from './open-index.ts';

/** `npm run docs:rules`: writes docs/regels.md from the rules and documents of the built index. */
async function main(): Promise<void> {
  const { rules, documents } = await openIndexedRules(readConfig(process.env).indexDir);
  const folder = resolve(import.meta.dirname, '../../docs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'regels.md'), documentRules(rules, documents));
  console.log('docs/regels.md is bijgewerkt.');
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
