import type { Draft, Field, PreviewData } from '../../../admin/administration.ts';
import type { DocumentSummary } from '../../../contract.ts';
import { h, type ViewChild, type ViewElement } from '../../../views/view.ts';
import { adminPage, field, folded, token, type Shell } from './shell.ts';

export interface DraftPage {
  session: Shell['session'];
  draft: Draft;
  documents: readonly DocumentSummary[];
  message?: Shell['message'];
  /** What somebody typed that was not saved. */
  typed?: Draft['fields'];
}

const LABELS: Record<Field, string> = {
  title: 'Titel',
  shortTitle: 'Korte naam met lidwoord, zoals in een zin',
  publisher: 'Uitgever',
  published: 'Datum (JJJJ-MM-DD, JJJJ-MM, JJJJ of in woorden)',
  kind: 'Soort',
  status: 'Wat naast een citaat staat',
  authority: 'Rang (1 gaat voor)',
  subject: 'Onderwerp in enkele trefwoorden (mag leeg)',
  address: 'Adres van het origineel (mag leeg)',
  licence: 'Rechten',
  id: 'Vaste naam, voor adressen van citaten',
};
/** More pages make a page that no browser likes; the rest is told. */
const PAGES_SHOWN = 60;

/** `/beheer/documenten/{id}`: what became of the text beside what was read, the metadata with where it was found, and publishing. */
export function draftPage({ session, draft, documents, message, typed }: DraftPage): string {
  const { preview } = draft;
  const action = `/beheer/documenten/${draft.id}`;
  return adminPage(
    { title: String(preview.metadata.title ?? draft.name), path: '', session, message },
    h('p', {}, h('a', { href: '/beheer' }, 'Alle documenten'), ` · ${draft.name} · laatst gewijzigd door ${draft.who}`),
    preview.fault !== undefined && h('div', { class: 'admin-message bad', role: 'alert' }, h('p', {}, 'Dit moet nog worden aangevuld:'), h('pre', {}, preview.fault)),
    numbers(preview),
    superseded(preview, draft.id),
    h('form', { class: 'admin-form', method: 'post', action },
      token(session),
      h('input', { type: 'hidden', name: 'revisie', value: draft.revision }),
      h('h2', {}, 'Gegevens'),
      Object.entries(LABELS).map(([name, label]) => metadataField(name as Field, label, preview, typed)),
      replaces(preview, documents, typed ?? draft.fields),
      h('div', { class: 'row' },
        h('button', { type: 'submit', name: 'actie', value: 'bewaar' }, 'Bewaar en controleer'),
        preview.fault === undefined && h('button', { type: 'submit', name: 'actie', value: 'publiceer', class: 'primary' }, 'Publiceer'),
        h('button', { type: 'submit', name: 'actie', value: 'verwijder', class: 'quiet', formnovalidate: true }, 'Gooi dit concept weg'))),
    details(preview),
    h('section', {},
      h('h2', {}, 'De tekst'),
      h('p', { class: 'help' }, 'Links wat er in het bestand staat, rechts wat lezers zien en wat geciteerd wordt.'),
      preview.pages.slice(0, PAGES_SHOWN).map(sideBySide),
      preview.pages.length > PAGES_SHOWN && h('p', {}, `De eerste ${PAGES_SHOWN} van ${preview.pages.length} pagina’s staan hier.`)),
  );
}

function metadataField(name: Field, label: string, { metadata, found }: PreviewData, typed: Draft['fields'] | undefined): ViewElement {
  const value = typed?.[name] ?? metadata[name] ?? '';
  const place = found[name];
  const where = place && h('span', { class: 'help' }, place.page === undefined ? place.words : `Gevonden op pagina ${place.page}: “${place.words}”`);
  return field(label, h('input', { name, value, maxlength: 500 }), where);
}

function replaces({ resembles }: PreviewData, documents: readonly DocumentSummary[], { supersedes = '', supersedesOn = '' }: Draft['fields']): ViewChild {
  return h('fieldset', {},
    h('legend', {}, 'Nieuwe versie van een document'),
    resembles !== undefined && h('p', { class: 'help' }, `Dit lijkt een nieuwe versie van ${resembles}.`),
    field('Vervangt', h('select', { name: 'supersedes' },
      h('option', { value: '' }, 'geen ander document'),
      documents.filter(({ supersededOn }) => supersededOn === undefined).map(({ id, title }) => h('option', { value: id, selected: id === supersedes }, title)))),
    field('Vanaf (leeg: de datum van dit document)', h('input', { name: 'supersedesOn', value: supersedesOn, maxlength: 10 })));
}

function superseded({ supersedes }: PreviewData, draftId: string): ViewChild {
  if (!supersedes) return undefined;
  const { id, on, changed } = supersedes;
  return h('section', {},
    h('h2', {}, `Vervangt ${id} vanaf ${on}`),
    h('p', {}, h('a', { href: `/beheer/documenten/${draftId}/verschil/${encodeURIComponent(id)}` }, 'Bekijk zin voor zin wat er verandert')),
    changed === undefined
      ? h('p', {}, 'De uitspraken hebben fouten en konden niet worden vergeleken.')
      : changed.length === 0
        ? h('p', {}, 'Alle uitspraken staan woordelijk ook in deze versie.')
        : folded('Uitspraken waarvan het citaat niet meer zo in deze versie staat', changed.map(({ id: statement, file, quotes }) => [`${statement} (${file}): `, quotes.map(({ page, text }) => h('q', {}, `p. ${page}: ${text}`))]), true));
}

function numbers({ report, sentences, passages, tables }: PreviewData): ViewElement {
  const fact = (name: string, value: number): ViewElement => h('div', {}, h('dt', {}, name), h('dd', {}, value.toLocaleString('nl-NL')));
  return h('dl', { class: 'document-facts' },
    fact('Pagina’s', report.pages), fact('Woorden', report.words), fact('Zinnen', sentences), fact('Passages', passages),
    fact('Koppen', report.headings.length), fact('Tabellen', tables), fact('Voetnoten', report.footnotes));
}

function details({ report, lost, unknown }: PreviewData): ViewElement {
  return h('section', {},
    h('h2', {}, 'Wat er met de tekst is gedaan'),
    folded('Let op', report.warnings, true),
    folded('Woorden die kwijt zijn', lost, true),
    folded('Koppen', report.headings.map(({ text, page }) => `${text} (p. ${page})`)),
    folded('Samengevoegde woorden', report.joined.map(({ from, to, page }) => `${from.join(' ')} → ${to} (p. ${page})`)),
    folded('Weggelaten', report.removed.map(({ text, page, why }) => `p. ${page}: “${text}” (${why})`)),
    folded('Niet in de woordenlijst', unknown));
}

function sideBySide({ read, text }: PreviewData['pages'][number], at: number): ViewElement {
  return h('details', { open: at < 3 },
    h('summary', {}, `Pagina ${at + 1}`),
    h('div', { class: 'admin-beside' }, h('pre', { role: 'group', 'aria-label': `Pagina ${at + 1} zoals gelezen` }, read), h('pre', { role: 'group', 'aria-label': `Pagina ${at + 1} zoals lezers die zien` }, text)));
}
