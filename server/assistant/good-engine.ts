import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, IndexUnusableError } from '../errors.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { readPointer, sha256Of, type VersionPointer } from '../search/index-pointer.ts';
import { MANIFEST } from '../search/index-manifest.ts';
import { readVersion } from '../search/index-reader.ts';
import { engineOf, type Engine, type Models } from './engine.ts';

/** An engine that answers, and why it is not the newest (Dutch, for the log and `/readyz`). */
export interface GoodEngine {
  engine: Engine;
  problem?: string;
}

const NO_INDEX = 'Er is nog geen index. Bouw de index opnieuw met "npm run ingest".';

/**
 * The version in use, or else the last one that is good: a server that starts with a damaged index serves the one before it.
 * @throws why the version in use cannot be used, when none can
 */
export async function lastGoodEngine(indexDir: string, models: Models, metrics: Metrics): Promise<GoodEngine> {
  const pointer = await readPointer(indexDir);
  const candidates = pointer ? [pointer.current, ...(pointer.previous ? [pointer.previous] : [])] : await versionsBelow(indexDir);
  let first: unknown = pointer ? undefined : new IndexUnusableError(NO_INDEX);
  for (const candidate of candidates) {
    try {
      const engine = await tryVersion(indexDir, candidate, models, metrics);
      if (first === undefined) return { engine };
      const why = pointer ? reasonOf(first) : 'De verwijzing CURRENT ontbreekt of is beschadigd.';
      return { engine, problem: `De nieuwste index is niet te gebruiken: ${why} Een eerdere versie (${candidate.version}) is in gebruik.` };
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

/** The version in use and no other, for a server that has a good one. @throws IndexUnusableError and other AppErrors */
export async function currentEngine(indexDir: string, models: Models, metrics: Metrics): Promise<Engine> {
  const pointer = await readPointer(indexDir);
  if (!pointer) throw new IndexUnusableError(NO_INDEX);
  return tryVersion(indexDir, pointer.current, models, metrics);
}

/** Opens a version and asks it one question before anybody else does. */
async function tryVersion(indexDir: string, pointer: VersionPointer, models: Models, metrics: Metrics): Promise<Engine> {
  const { modelSha256, dimensions } = models.encoder;
  const engine = await engineOf(await readVersion(indexDir, pointer, { modelSha256, dimensions }), models, metrics);
  try {
    await smokeQuestion(engine, models.writer === undefined);
    return engine;
  } catch {
    await engine.close();
    throw new IndexUnusableError('De index geeft geen antwoord op een proefvraag. Bouw de index opnieuw met "npm run ingest".');
  }
}

/**
 * About the first document, so that it is found: by words, by meaning, and through to an answer.
 * @param toTheEnd not where a language model elsewhere would be asked: whether that answers says nothing of the index
 */
async function smokeQuestion({ index, searcher, answerer }: Engine, toTheEnd: boolean): Promise<void> {
  const [document] = index.documents.values();
  if (!document) return;
  const question = document.shortTitle;
  if ((await searcher.search(question, 1)).length === 0) throw new Error('nothing found');
  if (!toTheEnd) return;
  let failed = false;
  await answerer.ask({ question }, { onStep: ({ step }) => (failed ||= step === 'failed') });
  if (failed) throw new Error('a step failed');
}

/** Newest first: whatever stands there, each checked against its own manifest. */
async function versionsBelow(indexDir: string): Promise<VersionPointer[]> {
  const names = (await readdir(indexDir).catch(() => [])).filter((name) => /^v\d+-/.test(name));
  const found = await Promise.all(
    names.map(async (version) => {
      const manifest = await readFile(join(indexDir, version, MANIFEST)).catch(() => undefined);
      const createdAt = /"createdAt":\s*"([^"]+)"/.exec(String(manifest))?.[1] ?? '';
      return { createdAt, pointer: { version, ...(manifest && { manifestSha256: sha256Of(manifest) }) } };
    }),
  );
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).map(({ pointer }) => pointer);
}

/** Messages of the project's own errors say nothing of users; others stay out of log and page. */
export const reasonOf = (error: unknown): string => (error instanceof AppError ? error.message : 'er ging iets mis bij het laden.');
