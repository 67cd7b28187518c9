import { timeOf, type Busy, type Draft, type Outcome } from '../../../admin/administration.ts';
import type { DocumentSummary } from '../../../contract.ts';
import { h, type ViewChild } from '../../../views/view.ts';
import { adminPage, field, moment, table, token, type Shell } from './shell.ts';

export interface DocumentsPage {
  session: Shell['session'];
  others: readonly string[];
  drafts: readonly Draft[];
  documents: readonly DocumentSummary[];
  busy: Busy | undefined;
  last: Outcome | undefined;
  message?: Shell['message'];
}

/** `/beheer`: upload a document, go on with one that was uploaded, see what is there. */
export function documentsPage({ session, others, drafts, documents, busy, last, message }: DocumentsPage): string {
  return adminPage(
    { title: 'Documenten beheren', path: '/beheer', session, message },
    others.length > 0 && h('p', { class: 'help' }, `Ook ingelogd: ${others.join(', ')}.`),
    busy && h('p', { class: 'admin-message', role: 'status' }, `${busy.who} is sinds ${timeOf(busy.since)} bezig met ${busy.what}. De huidige index blijft antwoorden tot de nieuwe klaar is. Deze pagina ververst zichzelf.`),
    !busy && last && outcome(last),
    h('section', {},
      h('h2', {}, 'Document toevoegen'),
      h('form', { class: 'admin-form', method: 'post', action: '/beheer/documenten', enctype: 'multipart/form-data' },
        token(session),
        field('Bestand: pdf, Word (.docx), HTML of Markdown, hoogstens 25 MB', h('input', { type: 'file', name: 'bestand', required: true, accept: '.pdf,.docx,.html,.htm,.md,.markdown,.txt' })),
        h('button', { type: 'submit' }, 'Bekijk wat ervan wordt'),
        h('p', { class: 'help' }, 'Er wordt nog niets gepubliceerd. U ziet eerst de tekst en de voorgestelde gegevens.'))),
    drafts.length > 0 &&
      h('section', {},
        h('h2', {}, 'Nog niet gepubliceerd'),
        table('Nog niet gepubliceerd', ['Document', 'Bestand', 'Laatst door', 'Geüpload'], drafts.map(({ id, name, preview, who, uploaded }) => [h('a', { href: `/beheer/documenten/${id}` }, String(preview.metadata.title ?? name)), name, who, moment(uploaded)]))),
    h('section', {},
      h('h2', {}, 'In gebruik'),
      table('In gebruik', ['Document', 'Datum', 'Uitgever', 'Geldt niet meer sinds'], documents.map(({ id, title, published, publisher, supersededOn }) => [h('a', { href: `/bronnen/${encodeURIComponent(id)}` }, title), published, publisher, supersededOn ?? '']))),
  );
}

function outcome({ who, what, at, succeeded, message }: Outcome): ViewChild {
  return h('div', { class: `admin-message ${succeeded ? 'good' : 'bad'}`, role: succeeded ? 'status' : 'alert' },
    h('p', {}, `${succeeded ? 'Gelukt' : 'Niet gelukt'}: ${what} door ${who}, ${moment(at)}.`),
    h('pre', {}, message));
}
