import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../project-dir.ts';

const root = await mkdtemp(join(tmpdir(), 'loaded-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** Addresses of LangChain's modules that a question on the command line loads. */
async function loadedBy(name: string, settings: Record<string, string>): Promise<string[]> {
  const file = join(root, name);
  await writeFile(file, '');
  const options = ['--import', 'tsx', '--import', './server/llm/testing/note-loaded.mjs', 'server/cli/ask.ts', '--explain', 'Heb ik voor PGAZ een contract nodig?'];
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: PROJECT_DIR, env: { ...process.env, LLM_BASE_URL: '', LLM_MODEL: '', ...settings, LOADED: file } });
  expect(stdout).toContain('overeenkomst');
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}

describe('LangChain', () => {
  it('is not loaded without a language model', async () => expect(await loadedBy('without', {})).toEqual([]));

  it('is loaded with one, and what it did is in the explanation', async () => {
    const loaded = await loadedBy('with', { LLM_BASE_URL: 'http://127.0.0.1:1/v1', LLM_MODEL: 'klein' });
    expect(loaded.some((url) => url.includes('/langchain/'))).toBe(true);
    expect(loaded.some((url) => url.includes('/@langchain/openai/'))).toBe(true);
  });
});
