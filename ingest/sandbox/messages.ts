import type { SourceMetadata } from '../../server/corpus/document.ts';
import type { Canonicalised } from '../canonical/canonicalise.ts';
import type { KnownWords } from '../canonical/lexicon.ts';
import type { SourceText } from '../canonical/source-text.ts';
import type { Format } from '../readers/sniff.ts';

/** What the child is asked to do. `file` is the name for messages, without folders. */
export interface Tasks {
  read: { ask: { path: string; file: string; format: Format }; answer: SourceText };
  /** Canonical text with its sentences; makes the passages too, so that a document on which that never ends is found here. */
  canonicalise: { ask: { file: string; source: SourceText; meta: SourceMetadata }; answer: Canonicalised };
}

export type TaskName = keyof Tasks;
export type Request =
  | { task: 'words'; ask: KnownWords }
  | { [Name in TaskName]: { task: Name; ask: Tasks[Name]['ask'] } }[TaskName];
/** With the memory that the child holds on to, MB. */
export type Reply = ({ answer: unknown } | { message: string } | { crashed: true }) & { memoryMb: number };
