import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from './project-dir.ts';

/** Packages that a start must not wait for; they are loaded by whoever needs them first. */
const LATER = /^(?:@langchain\/|langchain$|@modelcontextprotocol\/|openai)/;

/** Packages that are loaded together with a file: everything that it imports other than by `import()`. */
async function loadedWith(file: string): Promise<string[]> {
  const { metafile } = await build({ entryPoints: [file], absWorkingDir: PROJECT_DIR, bundle: true, packages: 'external', platform: 'node', format: 'esm', write: false, metafile: true, logLevel: 'silent' });
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const one of metafile.inputs[path]?.imports ?? []) {
      if (one.kind !== 'import-statement') continue;
      if (one.external) packages.add(one.path);
      else visit(one.path);
    }
  };
  visit(file);
  return [...packages];
}

describe('the start of the server', () => {
  it.each(['server/main.ts', 'server/assistant/assistant.ts'])('loads no library of other protocols or of language models (%s)', async (file) => {
    const packages = await loadedWith(file);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((name) => LATER.test(name))).toEqual([]);
  });

  it('is seen through: the command that serves MCP does load its library', async () => {
    expect((await loadedWith('server/cli/mcp.ts')).some((name) => LATER.test(name))).toBe(true);
  });
});
