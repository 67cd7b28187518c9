import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportPage } from './report/html/page.ts';
import { evaluationJson } from './report/json.ts';
import { junitXml } from './report/junit.ts';
import type { Evaluation } from './run/evaluation.ts';
import type { Comparison } from './verdict/comparison.ts';
import type { Verdict } from './verdict/verdict.ts';

export const OUTPUT = { html: 'verslag.html', json: 'evaluation.json', junit: 'junit.xml' };

/** Writes the three files whole or not at all. @returns their paths */
export async function writeOutput(folder: string, evaluation: Evaluation, verdict: Verdict, comparison?: Comparison): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = [
    [OUTPUT.html, reportPage(evaluation, verdict, comparison)],
    [OUTPUT.json, evaluationJson(evaluation, verdict, comparison)],
    [OUTPUT.junit, junitXml(evaluation, verdict)],
  ] as const;
  return Promise.all(files.map(([name, content]) => writeWhole(join(folder, name), content)));
}

/** Under another name first, so that a run that is broken off leaves the old file. */
export async function writeWhole(path: string, content: string): Promise<string> {
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, content);
  await rename(beside, path);
  return path;
}
