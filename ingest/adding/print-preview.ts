import type { SourceMetadata } from '../../server/corpus/document.ts';
import type { Output } from '../commands/output.ts';
import type { Preview } from './preview.ts';

/** Fields in the order in which people check them, with their names. */
export const FIELD_NAMES: Partial<Record<keyof SourceMetadata, string>> = {
  id: 'Id', title: 'Titel', shortTitle: 'Korte naam', publisher: 'Uitgever', published: 'Datum', kind: 'Soort', status: 'Status',
  authority: 'Rang', subject: 'Onderwerp', address: 'Adres', licence: 'Rechten', supersededOn: 'Geldt tot', supersededBy: 'In de plaats',
}; // prettier-ignore

const SHOWN = 12;
const number = (value: number): string => value.toLocaleString('nl-NL');

/** What would be added, for a person at a terminal. */
export function printPreview(one: Preview, output: Output): void {
  const { report, metadata, found } = one;
  output.line(one.name);
  for (const [field, name] of Object.entries(FIELD_NAMES)) {
    const value = metadata[field as keyof SourceMetadata];
    if (value === undefined) continue;
    const place = found[field as keyof SourceMetadata];
    const where = place === undefined ? '' : place.page === undefined ? `   (${place.words})` : place.words === value ? `   (p. ${place.page})` : `   (p. ${place.page}: "${place.words}")`;
    output.line(`  ${`${name}:`.padEnd(14)}${String(value)}${where}`);
  }
  output.line(
    `  ${number(report.pages)} pagina’s · ${number(report.words)} woorden · ${number(one.sentences)} zinnen · ${number(one.passages)} passages · ` +
      `${number(report.headings.length)} koppen · ${number(one.tables)} tabellen · ${number(report.footnotes)} voetnoten`,
  );
  list(output, 'Koppen', report.headings.map(({ level, text, page }) => `${'  '.repeat(level - 1)}${text} (p. ${page})`));
  list(output, 'Woorden samengevoegd', report.joined.map(({ from, to, page }) => `${from.join(' ')} → ${to} (p. ${page})`));
  list(output, 'Woorden kwijt', one.lost);
  list(output, 'Weggelaten', report.removed.map(({ page, text, why }) => `p. ${page}: "${text.slice(0, 100)}" (${why})`));
  list(output, 'Niet in de woordenlijst', one.unknown);
  list(output, 'Let op', report.warnings);
  if (one.resembles !== undefined) output.line(`  Dit lijkt een nieuwe versie van ${one.resembles}. Vervangt het die? Geef dan --supersedes ${one.resembles}`);
  if (one.supersedes) printSuperseded(one.supersedes, output);
  output.line('');
}

/** Which statements must be looked at after a document was replaced. */
export function printSuperseded({ id, on, changed }: NonNullable<Preview['supersedes']>, output: Output): void {
  output.line(`  Vervangt ${id} vanaf ${on}.`);
  if (changed === undefined) output.line('  De uitspraken hebben fouten; zie npm run ingest -- check');
  else if (changed.length === 0) output.line(`  Alle uitspraken over ${id} staan woordelijk ook in de nieuwe versie.`);
  else {
    output.line(`  Uitspraken waarvan het citaat niet meer zo in de nieuwe versie staat: ${changed.length}`);
    for (const { id: statement, file, quotes } of changed) {
      for (const { page, text } of quotes) output.line(`    ${statement} (${file}), p. ${page}: "${text}"`);
    }
  }
}

function list(output: Output, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  output.line(`  ${title}: ${items.length}`);
  for (const item of items.slice(0, SHOWN)) output.line(`    ${item}`);
  if (items.length > SHOWN) output.line(`    … en ${items.length - SHOWN} meer (--json toont alles)`);
}
