import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod/v4';
import type { SourceMetadata } from '../server/corpus/document.ts';
import { KINDS_FILE, readKinds, type SourceKind } from '../server/corpus/kinds.ts';
import { DocumentError } from '../server/errors.ts';
import type { FileFault } from '../server/text/file-fault.ts';
import { checkFileSize } from './readers/sniff.ts';
import { YamlFile } from '../server/text/yaml-file.ts';

export const SOURCES_FILE = 'sources.yaml';
export const DOCUMENTS_FOLDER = 'documents';


const words = (name: string) =>
  z.string({ error: `Vul '${name}' in als tekst.` }).trim().min(1, `Vul '${name}' in; het veld is leeg.`);

/** `2024-04-19`, `2024-07` or `2024`, and existing. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value)) return false;
  const [year, month = '01', day = '01'] = value.split('-');
  return new Date(`${year}-${month}-${day}T00:00:00Z`).toJSON()?.startsWith(value) ?? false;
}

/** Calendar dates are checked; anything that does not look like one counts as words ("zonder datum (…)"). */
const published = words('published').refine((value) => isDate(value) || !/^\d/.test(value), "Schrijf 'published' als '2024-04-19', '2024-07' of '2024' (tussen aanhalingstekens), of in woorden als de bron geen datum noemt.");

/** A date alone: words would not say on which day a document ceases to hold. */
const supersededOn = words('supersededOn').refine(
  isDate,
  "Schrijf 'supersededOn' als '2015-01-01', '2015-01' of '2015' (tussen aanhalingstekens): vanaf wanneer het document niet meer geldt.",
);

export const kindsOf = (kinds: readonly SourceKind[]): string[] => kinds.flatMap((status) => status.kinds.map(({ kind }) => kind));
export const statusesOf = (kinds: readonly SourceKind[]): string[] => kinds.map(({ status }) => status);

const oneOf = (field: string, ids: readonly string[]) => z.enum([...ids] as [string, ...string[]], { error: `Kies voor '${field}' één van: ${ids.join(', ')}.` });

/** One entry of `corpus/sources.yaml`; the fields are those of `SourceMetadata`. */
export const sourceSchema = (kinds: readonly SourceKind[]): z.ZodType<SourceMetadata> => z.strictObject({
  id: words('id').regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "Gebruik in 'id' alleen kleine letters, cijfers en streepjes, bijvoorbeeld handleiding-pgaz-2024.",
  ),
  title: words('title'),
  shortTitle: words('shortTitle').regex(
    /^(de|het|een) /,
    "Begin 'shortTitle' met een lidwoord, zoals in een zin: de handleiding, het verslag.",
  ),
  publisher: words('publisher'),
  published,
  supersededOn: supersededOn.optional(),
  supersededBy: words('supersededBy').optional(),
  kind: oneOf('kind', kindsOf(kinds)),
  status: oneOf('status', statusesOf(kinds)),
  authority: z
    .int({ error: "Vul bij 'authority' een heel getal in; 1 is de hoogste rang." })
    .min(1, "Vul bij 'authority' 1 of hoger in; 1 is de hoogste rang."),
  file: words('file').refine(
    (value) => value === basename(value) && !value.includes('\\') && !value.startsWith('.'),
    "Vul bij 'file' alleen een bestandsnaam in, zonder map; het bestand staat in corpus/documents/.",
  ),
  address: z.url({ protocol: /^https?$/, error: "Schrijf 'address' als volledig adres dat begint met https://" }).optional(),
  subject: words('subject').optional(),
  parts: z.array(z.strictObject({ heading: words('heading'), name: words('name') })).optional(),
  licence: words('licence'),
  sha256: words('sha256').regex(
    /^[0-9a-f]{64}$/,
    "Vul bij 'sha256' de 64 tekens in die sha256sum voor het bestand geeft (kleine letters).",
  ),
}).refine(({ supersededOn, supersededBy }) => supersededBy === undefined || supersededOn !== undefined, {
  path: ['supersededOn'],
  error: "Vul bij 'supersededBy' ook 'supersededOn' in: vanaf wanneer het document niet meer geldt.",
});

/**
 * Reads `sources.yaml` of a corpus directory.
 * @throws DocumentError that names the file, the line and what to do; all faults of the file in one message.
 */
export async function loadSources(corpusDir: string): Promise<SourceMetadata[]> {
  let yaml: string;
  try {
    yaml = await readFile(join(corpusDir, SOURCES_FILE), 'utf8');
  } catch {
    throw new DocumentError(
      `${SOURCES_FILE} is niet te lezen in de corpusmap. Zet het bestand terug of geef de juiste map op.`,
    );
  }
  return parseSources(yaml, await loadKinds(corpusDir));
}

/** The same for text that is already in memory. @throws DocumentError */
export function parseSources(yaml: string, kinds: readonly SourceKind[]): SourceMetadata[] {
  const broken: FileFault[] = [];
  const file = YamlFile.of(yaml, SOURCES_FILE, broken);
  const faults: string[] = broken.map(({ line, reason }) => `regel ${line}: ${reason}.`);
  if (faults.length > 0) throw fault(faults);

  const value: unknown = file.data ?? [];
  if (!Array.isArray(value)) throw fault(['regel 1: verwacht een lijst van bronnen, elk beginnend met "- id: …".']);
  const parsed = z.array(sourceSchema(kinds)).safeParse(value);
  if (!parsed.success) {
    throw fault(
      parsed.error.issues.map((issue) => {
        const id = (value[Number(issue.path[0])] as { id?: unknown } | null)?.id;
        return `regel ${file.lineOf(issue.path)}${typeof id === 'string' ? ` (${id})` : ''}: ${message(issue)}`;
      }),
    );
  }
  for (const field of ['id', 'file'] as const) {
    const seen = new Map<string, number>();
    parsed.data.forEach((source, index) => {
      const line = file.lineOf([index, field]);
      const before = seen.get(source[field]);
      if (before !== undefined) {
        faults.push(
          `regel ${line}: ${field} "${source[field]}" staat ook op regel ${before}. ` +
            (field === 'id' ? 'Geef elk document een eigen id.' : 'Elk document heeft een eigen bestand; haal er één weg.'),
        );
      } else seen.set(source[field], line);
    });
  }
  if (faults.length > 0) throw fault(faults);
  return parsed.data;
}

/**
 * Reads `kinds.yaml` of a corpus directory: what kinds of sources there are.
 * @throws DocumentError that names the line and what to do
 */
export async function loadKinds(corpusDir: string): Promise<SourceKind[]> {
  const yaml = await readFile(join(corpusDir, KINDS_FILE), 'utf8').catch(() => {
    throw new DocumentError(`${KINDS_FILE} is niet te lezen in de corpusmap. Zet het bestand terug of geef de juiste map op.`);
  });
  return readKinds(yaml);
}

/** Path of a source's file below the corpus directory. */
export const sourcePath = (corpusDir: string, source: Pick<SourceMetadata, 'file'>): string =>
  join(corpusDir, DOCUMENTS_FOLDER, source.file);

/** sha256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads the bytes of a source and checks them against its sha256.
 * @throws DocumentError when the file is missing or was changed.
 */
export async function readSource(corpusDir: string, source: SourceMetadata): Promise<Buffer> {
  let bytes: Buffer;
  try {
    const path = sourcePath(corpusDir, source);
    checkFileSize(source.file, (await stat(path)).size);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(
      `${source.file}: het bestand is niet te lezen in corpus/${DOCUMENTS_FOLDER}/. ` +
        `Zet het terug, of haal het document weg met "npm run ingest -- remove ${source.id}".`,
    );
  }
  const actual = sha256(bytes);
  if (actual !== source.sha256) {
    throw new DocumentError(
      `${source.file}: de inhoud is anders dan sha256 in ${SOURCES_FILE} zegt. ` +
        `Zet het oorspronkelijke bestand terug. Is de wijziging bedoeld? Schrijf dan sha256: ${actual} bij ${source.id}.`,
    );
  }
  return bytes;
}

function fault(faults: string[]): DocumentError {
  return new DocumentError(
    `${SOURCES_FILE} klopt niet; er is niets gewijzigd. Verbeter:\n` + faults.map((line) => `- ${line}`).join('\n'),
  );
}

function message(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `onbekend veld ${issue.keys.map((key) => `"${key}"`).join(', ')}. Haal het weg of verbeter de naam.`;
  }
  if (issue.path.length <= 1) return 'verwacht een bron met velden zoals id, title en file.';
  return issue.message;
}
