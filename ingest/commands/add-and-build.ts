import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentError } from '../../server/errors.ts';
import { addDocuments, type AddOptions } from './add.ts';
import { build, type BuildOptions } from './build.ts';
import type { Output } from './output.ts';

/**
 * Adds documents and puts an index with them to use, or changes nothing: what is built is a copy of the corpus, which
 * takes the additions over once the index has proved them.
 * @throws DocumentError, RulesError; corpus and index stay as they are
 */
export async function addAndBuild(folders: BuildOptions, paths: readonly string[], options: Omit<AddOptions, 'ask'>, output: Output): Promise<number> {
  const stage = await mkdtemp(join(tmpdir(), 'corpus-'));
  const quiet: Output = { line: () => undefined, error: (text) => output.error(text) };
  try {
    const copy = join(stage, 'corpus');
    await cp(folders.corpusDir, copy, { recursive: true });
    await addDocuments(copy, paths, { ...options, building: true }, output);
    const status = await build({ ...folders, corpusDir: copy }, output);
    if (status !== 0) return status;
    await addDocuments(folders.corpusDir, paths, options, quiet).catch((error: unknown) => {
      if (!(error instanceof DocumentError)) throw error;
      throw new DocumentError(`De nieuwe index is in gebruik, maar corpus/ is intussen veranderd en kreeg het document niet:\n${error.message}`);
    });
    return 0;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
