import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../runtime/config.ts';
import { pageAt } from '../corpus/document.ts';
import { readIndex } from './index-reader.ts';

const project = resolve(import.meta.dirname, '..', '..');
await mkdir(join(project, 'dist'), { recursive: true });
// Below the project, so that its packages are found.
const dir = await mkdtemp(join(project, 'dist', 'voorbeeld-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

it('the LangChain example of the README runs as it stands there', async () => {
  const readme = await readFile(join(project, 'README.md'), 'utf8');
  const code = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, block = '']) => block).find((block) => block.includes('PassageRetriever.open('));
  expect(code, 'README.md holds no example with PassageRetriever.open').toBeDefined();
  const file = join(dir, 'voorbeeld.mts');
  const { indexDir } = readConfig({});
  await writeFile(file, code!.replaceAll("'./server/", "'../../server/").replace("'dist/index'", `'${relative(project, indexDir)}'`));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: project, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

  const [length, ...passages] = stdout.trimEnd().split(/\n(?=[a-z0-9-]+, p\. \d+: )/);
  expect(length).toBe('384');
  expect(passages).toHaveLength(4);
  const { documents } = await readIndex(indexDir);
  for (const passage of passages) {
    const [, id = '', page, text = ''] = /^([a-z0-9-]+), p\. (\d+): (.*)$/s.exec(passage) ?? [];
    const { text: whole, pageStarts } = documents.get(id)!;
    expect(whole).toContain(text);
    expect(String(pageAt(pageStarts, whole.indexOf(text)))).toBe(page);
  }
});
