import { z } from 'zod/v4';
import { DocumentError } from '../errors.ts';
import type { FileFault } from '../text/file-fault.ts';
import { YamlFile } from '../text/yaml-file.ts';
import type { SourceMetadata } from './document.ts';
import type { SourceWorth } from './source-worth.ts';

export const KINDS_FILE = 'kinds.yaml';

const words = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'gebruik alleen kleine letters, cijfers en streepjes');
const someWords = z.array(words).default([]);

/** What a kind of source is worth; the head of `corpus/kinds.yaml` says what each field is for. */
const SourceKind = z.strictObject({
  status: id,
  name: words,
  meaning: words,
  rank: z.int().min(1),
  notice: words.optional(),
  noticeExcept: someWords,
  kinds: z
    .array(
      z.strictObject({
        kind: id,
        name: words,
        shortTitle: words.regex(/^(de|het|een) /, 'begin met een lidwoord: de handleiding, het verslag'),
        startsWith: someWords,
        mentions: someWords,
      }),
    )
    .min(1),
});
export type SourceKind = Readonly<z.output<typeof SourceKind>>;

/** @throws DocumentError that names every fault of `corpus/kinds.yaml` with its line */
export function readKinds(yaml: string): SourceKind[] {
  const faults: FileFault[] = [];
  const file = YamlFile.of(yaml, KINDS_FILE, faults);
  const kinds = file.read(z.array(SourceKind).min(1)) ?? [];
  const repeated = (name: string, index: number, all: readonly string[]): boolean => all.indexOf(name) < index;
  kinds.forEach(({ status }, at, all) => {
    if (repeated(status, at, all.map((kind) => kind.status))) file.report([at, 'status'], `de status "${status}" staat er twee keer`);
  });
  const places = kinds.flatMap(({ kinds: below }, at) => below.map(({ kind }, order) => ({ kind, path: [at, 'kinds', order, 'kind'] })));
  places.forEach(({ kind, path }, at) => {
    if (repeated(kind, at, places.map((place) => place.kind))) file.report(path, `de soort "${kind}" staat er twee keer`);
  });
  if (faults.length === 0) return kinds;
  throw new DocumentError(
    `${KINDS_FILE} klopt niet; er is niets gewijzigd. Verbeter:\n` + faults.map(({ line, reason }) => `- regel ${line}: ${reason}.`).join('\n'),
  );
}

/** What a reader is told about a document of this status and kind. */
export function worthOf(kinds: readonly SourceKind[], source: Pick<SourceMetadata, 'status' | 'kind'>): SourceWorth | undefined {
  const found = kinds.find(({ status }) => status === source.status);
  if (!found) return undefined;
  const { name, meaning, notice, noticeExcept } = found;
  const kind = kinds.flatMap((one) => one.kinds).find((one) => one.kind === source.kind);
  return {
    statusName: name,
    statusMeaning: meaning,
    kindName: kind?.name ?? source.kind,
    ...(notice !== undefined && { notice, noticeExcept }),
  };
}
