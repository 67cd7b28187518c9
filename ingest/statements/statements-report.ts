import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { coverageOf } from './coverage.ts';
import type { LoadedStatements } from './load-statements.ts';

const number = (value: number): string => value.toLocaleString('nl-NL');
const named = (count: number, one: string, more: string): string => `${number(count)} ${count === 1 ? one : more}`;

/** What the statements say of the documents, line by line; nothing for a corpus without statements. */
export function statementsReport({ statements, leftOut, overrides }: LoadedStatements, documents: readonly CanonicalDocument[]): string[] {
  if (statements.length === 0) return [];
  const count = <T>(of: (one: (typeof statements)[number]) => readonly T[]): number => statements.reduce((sum, one) => sum + of(one).length, 0);
  const coverage = coverageOf(statements, leftOut, documents);
  const telling = coverage.reduce((sum, one) => sum + one.telling, 0);
  const placed = coverage.reduce((sum, one) => sum + one.inStatements + one.leftOut, 0);
  return [
    'uitspraken',
    `  ${named(statements.length, 'uitspraak', 'uitspraken')} in ${named(new Set(statements.map(({ subject }) => subject)).size, 'bestand', 'bestanden')} · ` +
      `${named(count(({ quotes }) => quotes), 'citaat', 'citaten')} · ${named(count(({ asks }) => asks), 'vraag', 'vragen')} · ` +
      `${named(count(({ decides }) => decides), 'ja-neevraag', 'ja-neevragen')}`,
    `  Zinnen met een plek: ${share(placed, telling)}`,
    ...coverage.flatMap(({ documentId, telling: all, inStatements, leftOut: out, without }) => [
      `    ${documentId}: ${share(inStatements + out, all)}, waarvan ${number(out)} weggelaten met een reden`,
      ...without.map(({ page, text }) => `      zonder uitspraak, p. ${page}: "${text}"`),
    ]),
    `  Controles die een redacteur opzij zette: ${overrides.length}`,
    ...overrides.map(({ id, guard, reason }) => `    ${id}, ${guard}: ${reason}`),
    '',
  ];
}

/** Only what still has to be done. */
export function coverageRemarks({ statements, leftOut }: LoadedStatements, documents: readonly CanonicalDocument[]): string[] {
  if (statements.length === 0) return [];
  return coverageOf(statements, leftOut, documents)
    .filter(({ without }) => without.length > 0)
    .map(({ documentId, without }) => `Let op: van ${documentId} ${without.length === 1 ? 'staat 1 zin' : `staan ${number(without.length)} zinnen`} in geen uitspraak. Zie: npm run ingest -- report`);
}

/** "540 van 542 (99,6%)": never rounded up to all. */
function share(part: number, all: number): string {
  const percent = all === 0 ? 100 : Math.floor((1000 * part) / all) / 10;
  return `${number(part)} van ${number(all)} (${percent.toLocaleString('nl-NL')}%)`;
}
