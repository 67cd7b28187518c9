import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { CanonicalDocument } from '../server/corpus/document.ts';
import type { Address, MissingKind } from '../server/corpus/missing.ts';
import type { Statement } from '../server/corpus/statement.ts';
import { DocumentError } from '../server/errors.ts';
import { countOfFaults, listOfFaults, type FileFault } from '../server/text/file-fault.ts';
import { YamlFile } from '../server/text/yaml-file.ts';
import { keyOf } from './questions.ts';

export const MISSING_FILE = 'missing.yaml';
export const TURN_TO_FILE = 'turn-to.yaml';

const filled = z.string().trim().min(1);
const key = z.string().regex(/^[a-z0-9-]+$/, 'gebruik kleine letters, cijfers en streepjes');
const DENIES = /(?:staat|staan) niet in de bronnen\.$/;

/** `corpus/missing.yaml`; `corpus/README` is the statements' README. */
const MissingForm = z.strictObject({
  documents: z.array(filled).min(1, 'noem de documenten die hierop zijn nagezocht'),
  kinds: z.array(
    z.strictObject({
      id: key,
      slot: filled,
      text: filled.regex(DENIES, 'eindig met "staat niet in de bronnen." of "staan niet in de bronnen."'),
      en: filled,
      asks: z.array(filled).min(3, 'geef minstens drie manieren om ernaar te vragen'),
      words: z.array(filled).default([]),
      near: filled.optional(),
      turnTo: z.array(key).min(1, 'noem wie het wel weet'),
    }),
  ),
});

/** `corpus/turn-to.yaml`: who knows what the sources do not say. */
const TurnToForm = z.record(key, z.strictObject({ name: filled.optional(), en: filled, look: filled.optional(), href: z.url().optional() }).refine(({ name, look }) => (name ?? look) !== undefined, 'geef een name of een look'));

/**
 * Reads and checks what the sources do not say; a corpus without that file says nothing of it.
 * @throws DocumentError that names every fault with file, line and what to do
 */
export async function loadMissing(corpusDir: string, documents: readonly CanonicalDocument[], statements: readonly Statement[]): Promise<MissingKind[]> {
  const isThere = await access(join(corpusDir, MISSING_FILE)).then(() => true, () => false);
  if (!isThere) return [];
  const faults: FileFault[] = [];
  const addresses = new YamlFile(corpusDir, TURN_TO_FILE, faults).read(TurnToForm);
  const file = new YamlFile(corpusDir, MISSING_FILE, faults);
  const form = file.read(MissingForm);
  const kinds = form ? checked(form, file, { addresses, documents, statements }) : [];
  if (faults.length > 0) {
    throw new DocumentError(`Wat de bronnen niet zeggen heeft ${countOfFaults(faults)}:\n${listOfFaults(faults, 'corpus/', '.')}`);
  }
  return kinds;
}

interface Known {
  /** Absent when their file has faults: then it is not known who is missing. */
  addresses: Readonly<Record<string, Address>> | undefined;
  documents: readonly CanonicalDocument[];
  statements: readonly Statement[];
}

function checked({ documents: searched, kinds }: z.output<typeof MissingForm>, file: YamlFile, known: Known): MissingKind[] {
  const documentIds = new Set(known.documents.map(({ id }) => id));
  const statementIds = new Set(known.statements.map(({ id }) => id));
  const answered = new Set(known.statements.flatMap(({ asks, decides }) => [...asks, ...decides.map(({ asks: asked }) => asked)]).map(keyOf));
  const seen = new Set<string>();
  const once = (text: string, path: (string | number)[], what: string): void => {
    if (seen.has(text)) file.report(path, `${what} staat hier twee keer; laat er één staan`);
    seen.add(text);
  };
  searched.forEach((id, at) => {
    if (!documentIds.has(id)) file.report(['documents', at], `er is geen document "${id}"; noem de id's van sources.yaml`);
  });
  return kinds.map(({ turnTo, ...kind }, at) => {
    const path = ['kinds', at];
    once(`id ${kind.id}`, [...path, 'id'], 'dit id');
    if (kind.near !== undefined && !statementIds.has(kind.near)) file.report([...path, 'near'], `er is geen uitspraak "${kind.near}"; noem een id uit corpus/statements`);
    kind.asks.forEach((ask, i) => {
      once(keyOf(ask), [...path, 'asks', i], 'deze vraag');
      if (answered.has(keyOf(ask))) file.report([...path, 'asks', i], 'deze vraag staat ook bij een uitspraak; haal haar hier of daar weg');
    });
    for (const [i, name] of turnTo.entries()) if (known.addresses && !known.addresses[name]) file.report([...path, 'turnTo', i], `"${name}" staat niet in ${TURN_TO_FILE}; zet hem daar bij`);
    return { ...kind, turnTo: turnTo.flatMap((name) => known.addresses?.[name] ?? []), documents: searched };
  });
}
