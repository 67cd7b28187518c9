import { parseArgs } from 'node:util';
import { AppError } from '../../server/errors.ts';

/** In the order in which they are measured. `scale` alone must be asked for: its index takes minutes and gigabytes to build. */
export const PARTS = ['start', 'search', 'ask', 'plan', 'recall', 'ingest', 'widget', 'load', 'scale'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  help: boolean;
  parts: Part[];
  /** Folders with more documents for `scale`. */
  documents: string[];
  /** Passages for `scale`. */
  passages: number;
}

export const HELP = [
  `Gebruik: npm run bench -- [${PARTS.join('] [')}]`,
  '',
  'Meet snelheid en geheugen van het echte product op deze computer en zet ze naast hun doel.',
  'Zonder onderdeel: alles behalve scale (ongeveer vijf minuten). Afloop 1 als een doel niet is gehaald.',
  '',
  'scale bouwt de eerste keer een index van 100.000 passages onder dist/eval/scale (enkele minuten, 8 GB):',
  '  --documents MAP   documenten die ook meedoen: een corpusmap of een map met .txt en .md; mag vaker',
  '  --passages N      zoveel passages in plaats van 100.000',
].join('\n');

/** @throws AppError for what does not exist */
export function readBenchOptions(argv: readonly string[]): BenchOptions {
  const { values, positionals } = parse(argv);
  const unknown = positionals.filter((name) => !(PARTS as readonly string[]).includes(name));
  if (unknown.length > 0) throw new AppError(`Dit onderdeel bestaat niet: ${unknown.join(', ')}.\n${HELP}`);
  const passages = Number(values.passages ?? 100_000);
  if (!Number.isInteger(passages) || passages < 1) throw new AppError(`--passages moet een heel getal boven 0 zijn.\n${HELP}`);
  const parts = PARTS.filter((part) => (positionals.length === 0 ? part !== 'scale' : positionals.includes(part)));
  return { help: values.help ?? false, parts, documents: values.documents ?? [], passages };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, documents: { type: 'string', multiple: true }, passages: { type: 'string' } },
    });
  } catch {
    throw new AppError(`Deze optie bestaat niet of mist een waarde.\n${HELP}`);
  }
}
