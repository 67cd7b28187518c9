import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { ComparisonCell, Comparisons, Silence } from '../server/corpus/comparison.ts';
import type { CanonicalDocument } from '../server/corpus/document.ts';
import type { Statement } from '../server/corpus/statement.ts';
import { DocumentError } from '../server/errors.ts';
import { countOfFaults, listOfFaults, type FileFault } from '../server/text/file-fault.ts';
import { YamlFile, type DataPath } from '../server/text/yaml-file.ts';
import { cellFaults } from './comparison-cells.ts';
import { routeIds } from './route-ids.ts';

export const COMPARISONS_FILE = 'comparisons.yaml';
/** What an editor writes where the sources say nothing, or can be read in two ways. */
const SILENCES = new Map<unknown, Silence>([['niet-genoemd', 'not-mentioned'], ['niet-duidelijk', 'unclear']]); // prettier-ignore

const filled = z.string('schrijf hier tekst').trim().min(1);
const CellForm = z.strictObject({ text: filled, en: filled, by: z.union([filled.transform((id) => [id]), z.array(filled).min(1)]) });
/** No union of forms: the faults of the cell itself must be told. */
const CellOrSilence = z.unknown().transform((given, context): ComparisonCell | Silence => {
  const silence = SILENCES.get(given);
  if (silence) return silence;
  const read = CellForm.safeParse(given);
  if (read.success) return read.data;
  context.issues.push(...(read.error.issues.map((issue) => ({ ...issue, input: given })) as typeof context.issues));
  return z.NEVER;
});

const ComparisonsForm = z.strictObject({
  aspects: z.array(z.strictObject({ id: filled, name: filled, en: filled })).min(1),
  routes: z.array(z.strictObject({ route: filled, name: filled, en: filled.optional(), says: filled, cells: z.record(filled, CellOrSilence) })),
  documents: z.strictObject({
    names: z.array(z.strictObject({ document: filled, name: filled, en: filled, asked: z.array(filled).min(1) })),
    pairs: z.array(
      z.strictObject({
        documents: z.tuple([filled, filled]),
        says: z.array(filled).min(1, 'noem de uitspraken die boven de tabel staan'),
        rows: z.array(z.strictObject({ aspect: filled, en: filled, cells: z.array(CellOrSilence).length(2, 'geef twee cellen, een per document') })).min(1),
      }),
    ),
  }),
});
type Form = z.output<typeof ComparisonsForm>;

/**
 * Reads and checks what can be put side by side; a corpus without that file compares nothing.
 * @throws DocumentError that names every fault with file, line and what to do
 */
export async function loadComparisons(corpusDir: string, documents: readonly CanonicalDocument[], statements: readonly Statement[]): Promise<Comparisons | undefined> {
  const isThere = await access(join(corpusDir, COMPARISONS_FILE)).then(() => true, () => false);
  if (!isThere) return undefined;
  const faults: FileFault[] = [];
  const file = new YamlFile(corpusDir, COMPARISONS_FILE, faults);
  const form = file.read(ComparisonsForm);
  if (form) check(form, file, { routes: routeIds(corpusDir) ?? new Set(), documents: new Map(documents.map((one) => [one.id, one])), statements: new Map(statements.map((one) => [one.id, one])) });
  if (faults.length > 0 || !form) {
    throw new DocumentError(`De vergelijkingen hebben ${countOfFaults(faults)}; de bestaande index blijft in gebruik:\n${listOfFaults(faults, 'corpus/', '.')}`);
  }
  return comparisonsOf(form);
}

/** What can be compared, line by line; nothing for a corpus without. */
export async function comparisonsReport(corpusDir: string, documents: readonly CanonicalDocument[], statements: readonly Statement[]): Promise<string[]> {
  const comparisons = await loadComparisons(corpusDir, documents, statements);
  if (!comparisons) return [];
  const { routes, pairs } = comparisons;
  const cells = [...routes.flatMap(({ cells: own }) => Object.values(own)), ...pairs.flatMap(({ rows }) => rows.flatMap(({ cells: own }) => own))];
  const compared = new Set(routes.map(({ route }) => route));
  const without = [...(routeIds(corpusDir) ?? [])].filter((id) => !compared.has(id)).sort();
  return [
    'vergelijkingen',
    `  ${routes.length} routes en ${pairs.length} paren van documenten · ${cells.filter((cell) => typeof cell !== 'string').length} cellen met bewijs · ${cells.filter((cell) => typeof cell === 'string').length} zonder`,
    ...without.map((id) => `  Let op: route ${id} staat niet in ${COMPARISONS_FILE}; een vergelijking met die route krijgt geen tabel.`),
    '',
  ];
}

interface Known {
  routes: ReadonlySet<string>;
  documents: ReadonlyMap<string, CanonicalDocument>;
  statements: ReadonlyMap<string, Statement>;
}

function check({ aspects, routes, documents: { names, pairs } }: Form, file: YamlFile, known: Known): void {
  const once = onceOnly(file);
  aspects.forEach(({ id }, at) => once(`aspect ${id}`, ['aspects', at, 'id']));
  routes.forEach(({ route, says, cells }, at) => {
    const path = ['routes', at];
    once(`route ${route}`, [...path, 'route']);
    if (!known.routes.has(route)) file.report([...path, 'route'], `er is geen route "${route}"; kies uit: ${[...known.routes].join(', ')}`);
    checkStatement(says, file, [...path, 'says'], known);
    for (const { id } of aspects) if (!(id in cells)) file.report([...path, 'cells'], `"${id}" ontbreekt; geef een cel, of niet-genoemd als de bronnen er niets over zeggen`);
    for (const [id, cell] of Object.entries(cells)) {
      if (!aspects.some((aspect) => aspect.id === id)) file.report([...path, 'cells', id], `"${id}" staat niet bij aspects`);
      checkCell(cell, file, [...path, 'cells', id], known);
    }
  });
  const named = new Set(names.map(({ document }) => document));
  names.forEach(({ document }, at) => {
    once(`document ${document}`, ['documents', 'names', at, 'document']);
    if (!known.documents.has(document)) file.report(['documents', 'names', at, 'document'], `er is geen document "${document}"; noem de id's van sources.yaml`);
  });
  pairs.forEach(({ documents: two, says, rows }, at) => {
    const path = ['documents', 'pairs', at];
    once(`pair ${two.toSorted().join(' ')}`, [...path, 'documents']);
    two.forEach((id, i) => {
      if (!named.has(id)) file.report([...path, 'documents', i], `"${id}" staat niet bij names`);
    });
    says.forEach((id, i) => checkStatement(id, file, [...path, 'says', i], known));
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        checkCell(cell, file, [...path, 'rows', row, 'cells', column], known, two[column]);
      });
    });
  });
}

/** @param document whose words alone count */
function checkCell(cell: ComparisonCell | Silence, file: YamlFile, path: DataPath, known: Known, document?: string): void {
  if (typeof cell === 'string') return;
  for (const id of cell.by) checkStatement(id, file, [...path, 'by'], known);
  const rests = cell.by.flatMap((id) => known.statements.get(id) ?? []);
  if (rests.length < cell.by.length) return;
  for (const { field, reason } of cellFaults(cell, rests, known.documents, document)) file.report([...path, field], reason);
}

function checkStatement(id: string, file: YamlFile, path: DataPath, { statements }: Known): void {
  if (!statements.has(id)) file.report(path, `er is geen uitspraak "${id}"; noem een id uit corpus/statements`);
}

function onceOnly(file: YamlFile): (key: string, path: DataPath) => void {
  const seen = new Set<string>();
  return (key, path) => {
    if (seen.has(key)) file.report(path, 'dit staat hier twee keer; laat er één staan');
    seen.add(key);
  };
}

function comparisonsOf({ aspects, routes, documents: { names, pairs } }: Form): Comparisons {
  return {
    aspects,
    routes,
    documents: names,
    pairs,
  };
}
