import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod/v4';
import { AppError } from '../../server/errors.ts';
import { CaseSchema, type CaseFields, type EvaluationCase, type EvidenceFields, type EvidenceItem, type Split } from './evaluation-case.ts';
import type { FileFault } from '../../server/text/file-fault.ts';
import { LooseText } from '../../server/text/loose-text.ts';
import { YamlFile } from '../../server/text/yaml-file.ts';

/** The case files cannot be used; the message names file, line and case, and what to do (Dutch). */
export class CaseFileError extends AppError {
  override readonly name = 'CaseFileError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`De evaluatievragen kloppen niet; er is niets gemeten. Verbeter:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Canonical text of a document by id, as the assistant under test serves it. */
export type DocumentTexts = ReadonlyMap<string, string>;

/**
 * Reads every `*.yaml` of a folder, checks the cases and finds their quotes in the documents.
 * @throws CaseFileError with all faults of all files at once
 */
export async function loadCases(folder: string, texts: DocumentTexts): Promise<EvaluationCase[]> {
  const read = await readYamlFiles(folder);
  return resolveCases(
    read.map(({ file, yaml }) => ({ file, ...parseCases(yaml, file) })),
    texts,
  );
}

/** @throws CaseFileError when there are none */
async function readYamlFiles(folder: string): Promise<{ file: string; yaml: string }[]> {
  const names = await readdir(folder).catch(() => {
    throw new CaseFileError([`de map ${folder} is niet te lezen. Geef met --cases de map met de vragen.`]);
  });
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  if (files.length === 0) throw new CaseFileError([`de map ${folder} bevat geen .yaml-bestanden.`]);
  return Promise.all(files.map(async (file) => ({ file, yaml: await readFile(join(folder, file), 'utf8') })));
}

/** An entry of a file of the right form, with the line it starts on. */
interface ParsedEntry<T> {
  fields: T;
  line: number;
}

interface ParsedFile {
  file: string;
  cases: ParsedEntry<CaseFields>[];
  faults: string[];
}

/** The cases of one file that have the right form, and what is wrong with the others. */
export function parseCases(yaml: string, file: string): Omit<ParsedFile, 'file'> {
  const { entries, faults } = parseEntries(yaml, file, CaseSchema);
  return { cases: entries, faults };
}

/** The entries of a list in YAML that have the form of `schema`, and what is wrong with the others. */
function parseEntries<T>(yaml: string, file: string, schema: z.ZodType<T>): { entries: ParsedEntry<T>[]; faults: string[] } {
  const broken: FileFault[] = [];
  const yamlFile = YamlFile.of(yaml, file, broken);
  if (broken.length > 0) return { entries: [], faults: broken.map(({ line, reason }) => `${file}, regel ${line}: ${reason}.`) };
  const value: unknown = yamlFile.data ?? [];
  if (!Array.isArray(value)) {
    return { entries: [], faults: [`${file}, regel 1: verwacht een lijst van vragen, elk beginnend met "- id: …".`] };
  }
  const entries: ParsedEntry<T>[] = [];
  const faults: string[] = [];
  value.forEach((entry: unknown, at) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) entries.push({ fields: parsed.data, line: yamlFile.lineOf([at]) });
    else {
      const id = (entry as { id?: unknown } | null)?.id;
      for (const issue of parsed.error.issues) {
        faults.push(`${file}, regel ${yamlFile.lineOf([at, ...issue.path])}${typeof id === 'string' ? ` (${id})` : ''}: ${describe(issue)}`);
      }
    }
  });
  return { entries, faults };
}

/** @throws CaseFileError when a file has faults, an id stands twice or a quote is not in its document */
export function resolveCases(files: readonly ParsedFile[], texts: DocumentTexts): EvaluationCase[] {
  const loose = new Map([...texts].map(([id, text]) => [id, new LooseText(text)]));
  const faults = files.flatMap((file) => file.faults);
  const seen = new Map<string, string>();
  const cases: EvaluationCase[] = [];
  for (const { file, cases: parsed } of files) {
    for (const { fields, line } of parsed) {
      const here = `${file}, regel ${line} (${fields.id})`;
      const before = seen.get(fields.id);
      if (before !== undefined) faults.push(`${here}: dit id staat ook in ${before}. Geef elke vraag een eigen id.`);
      seen.set(fields.id, `${file}, regel ${line}`);
      const split: Split = fields.id.startsWith('tune-') ? 'tune' : 'test';
      if (/^(tune|test)-/.test(file) && !file.startsWith(`${split}-`)) {
        faults.push(`${here}: een vraag van de helft "${split}" hoort in een bestand dat met ${split}- begint.`);
      }
      cases.push({ ...fields, split, file, evidence: locate(fields.evidence, loose, here, faults) });
    }
  }
  if (faults.length > 0) throw new CaseFileError(faults);
  return cases;
}

/** Finds each quote in its document; adds to `faults` what is not there. */
function locate(evidence: EvidenceFields, loose: ReadonlyMap<string, LooseText>, here: string, faults: string[]): EvidenceItem[] {
  return evidence.map(({ anyOf }) => ({
    anyOf: anyOf.map(({ documentId, quote }) => {
      const document = loose.get(documentId);
      const places = document?.find(quote) ?? [];
      if (!document) {
        faults.push(`${here}: het document "${documentId}" bestaat niet. Kies uit: ${[...loose.keys()].join(', ')}.`);
      } else if (places.length === 0) {
        faults.push(`${here}: dit citaat staat niet in ${documentId}: "${shorten(quote)}". Neem het letterlijk over uit de bron.`);
      }
      return { documentId, quote, places };
    }),
  }));
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `onbekend veld ${issue.keys.map((key) => `"${key}"`).join(', ')}. Haal het weg of verbeter de naam.`;
  }
  if (issue.path.length === 0 && issue.code === 'invalid_type') return 'verwacht een vraag met velden zoals id, question en type.';
  return issue.message;
}

const shorten = (quote: string): string => (quote.length > 90 ? `${quote.slice(0, 90)}…` : quote);
