import { readFileSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceMetadata } from '../../../server/corpus/document.ts';
import { DocumentError } from '../../../server/errors.ts';
import { knownWords } from '../../canonical/lexicon.ts';
import { readIn } from '../../readers/read-document.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { HostileDocument } from './hostile-document.ts';

export interface Trial {
  name: string;
  /** Dutch sentence of a document that is refused. */
  message?: string;
  /** What is wrong with the outcome, for a reader of this test. */
  faults: string[];
  /** Processor time of the child where the system tells it, else time by the clock. */
  seconds: number;
  /** Most real memory of the child, MB; absent where the system does not tell. */
  memoryMb?: number;
  sentences?: number;
}

/** Takes one document through everything that a build does with its text. */
export async function tryDocument(sandbox: Sandbox, folder: string, { name, extension, make, hidden, seen }: HostileDocument): Promise<Trial> {
  const file = `${name}.${extension}`;
  const path = join(folder, file);
  await writeFile(path, await make());
  forgetPeak(sandbox.pid);
  const started = Date.now();
  const trial: Trial = { name, faults: [], seconds: 0 };
  const before = { pid: sandbox.pid, seconds: processorSeconds(sandbox.pid) ?? 0 };
  let processor: number | undefined;
  const look = (): void => {
    const { pid } = sandbox;
    trial.memoryMb = Math.max(trial.memoryMb ?? 0, peakOf(pid) ?? 0);
    const now = processorSeconds(pid);
    if (now !== undefined) processor = now - (pid === before.pid ? before.seconds : 0);
  };
  const looking = setInterval(look, 20);
  try {
    const source = await readIn(sandbox, path);
    sandbox.know(knownWords(source.pages));
    const { document, report } = await sandbox.run('canonicalise', { file, source, meta: { id: name } as SourceMetadata });
    trial.sentences = document.sentences.length;
    if (hidden !== undefined && document.text.includes(hidden)) trial.faults.push('hidden words stand in the text');
    if (hidden !== undefined && !report.removed.some(({ text }) => text.includes(hidden))) trial.faults.push('hidden words are not reported');
    if (seen !== undefined && !document.text.includes(seen)) trial.faults.push('words that a reader sees are gone');
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    trial.message = error.message;
    if (!error.message.startsWith(`${file}: `)) trial.faults.push('the sentence does not name the file');
    if (hidden !== undefined || seen !== undefined) trial.faults.push('refused, where only the hidden words should go');
  } finally {
    clearInterval(looking);
    look();
    trial.seconds = processor ?? (Date.now() - started) / 1000;
    await rm(path, { force: true });
  }
  return trial;
}

/** The child has served other documents before. */
function forgetPeak(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the peak is that of all of them.
  }
}

/** The kernel counts in hundredths. */
function processorSeconds(pid: number | undefined): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').slice(11, 13).map(Number);
    return (user! + system!) / 100;
  } catch {
    return undefined;
  }
}

function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
