import type { AuditEntry, DocumentFigures, FeedbackEntry, Gap, IndexVersion, SentenceDiff } from '../../../admin/administration.ts';
import { h } from '../../../views/view.ts';
import { adminPage, folded, moment, table, token, type Shell } from './shell.ts';

type Session = Shell['session'];

/** `/beheer/indexen`: what there is to go back to. */
export function versionsPage(session: Session, versions: readonly IndexVersion[], message?: Shell['message']): string {
  const rows = versions.map(({ version, createdAt, documents, passages, current }) => [
    moment(createdAt),
    String(documents),
    String(passages),
    current
      ? 'in gebruik'
      : h('form', { method: 'post', action: '/beheer/indexen' }, token(session), h('input', { type: 'hidden', name: 'index', value: version }), h('button', { type: 'submit', 'aria-label': `Zet de index van ${moment(createdAt)} terug` }, 'Zet terug')),
  ]);
  return adminPage({ title: 'Indexen', path: '/beheer/indexen', session, message },
    h('p', {}, 'Teruggaan zet ook de lijst van documenten terug zoals die toen was. De bestanden zelf blijven bewaard.'),
    table('Indexen', ['Gemaakt', 'Documenten', 'Passages', ''], rows));
}

/** `/beheer/bronnen`: what each document has, and the sentences that still need a statement. */
export function sourcesPage(session: Session, documents: readonly DocumentFigures[]): string {
  const number = (value: number | undefined): string => (value === undefined ? '–' : value.toLocaleString('nl-NL'));
  return adminPage({ title: 'Stand van de bronnen', path: '/beheer/bronnen', session },
    table('Stand van de bronnen', ['Document', 'Pagina’s', 'Zinnen', 'Vragen', 'Uitspraken', 'Zonder uitspraak', 'Zonder eigen vragen te verwachten'], documents.map((one) => [
      one.id,
      number(one.pages),
      number(one.sentences),
      number(one.questions),
      number(one.statements),
      number(one.without?.length),
      one.leftOut?.map(({ label, value }) => `${label} ${value.toLocaleString('nl-NL', { maximumFractionDigits: 2 })}`).join(', ') ?? 'niet gemeten',
    ])),
    documents.map(({ id, without = [], warnings, unknown }) =>
      without.length + warnings.length + unknown.length > 0 &&
      h('section', {},
        h('h2', {}, id),
        folded('Zinnen die nog een uitspraak nodig hebben', without.map(({ page, text }) => `p. ${page}: ${text}`)),
        folded('Let op', warnings),
        folded('Niet in de woordenlijst', unknown))));
}

/** `/beheer/gaten`: where questions went unanswered. */
export function gapsPage(session: Session, gaps: readonly Gap[]): string {
  return adminPage({ title: 'Vragen zonder antwoord', path: '/beheer/gaten', session },
    h('p', {}, 'Geteld naar de plek die er het dichtst bij ligt. Wat mensen typten, wordt niet bewaard.'),
    gaps.length === 0
      ? h('p', {}, 'Er zijn nog geen vragen geweigerd of half beantwoord.')
      : table('Vragen zonder antwoord', ['Aantal', 'Antwoord', 'Dichtstbijzijnde plek', 'Route', 'Wat ontbrak', 'Laatst'], gaps.map(({ count, outcome, documentId, page, section, route, slot, last }) => [
          String(count),
          outcome === 'deels' ? 'half' : 'geen',
          documentId === undefined ? '–' : h('a', { href: `/bronnen/${encodeURIComponent(documentId)}` }, `${documentId}, p. ${page ?? ''}${section === undefined || section === '' ? '' : `, ${section}`}`),
          route ?? '–',
          slot ?? '–',
          last,
        ])));
}

/** `/beheer/reacties`: what users said. */
export function feedbackPage(session: Session, entries: readonly FeedbackEntry[]): string {
  return adminPage({ title: 'Reacties', path: '/beheer/reacties', session },
    h('p', {}, 'Een vraag staat er alleen bij als de steller dat goedvond. Reacties verdwijnen na 30 dagen.'),
    entries.length === 0
      ? h('p', {}, 'Er zijn nog geen reacties.')
      : table('Reacties', ['Wanneer', 'Oordeel', 'Reden', 'Vraag'], entries.map(({ time, verdict, reasons = [], reason, question }) => [moment(time), verdict, [...reasons, ...(reason === undefined ? [] : [reason])].join('; '), question ?? '–'])));
}

/** `/beheer/logboek`: who did what. */
export function logPage(session: Session, entries: readonly AuditEntry[]): string {
  return adminPage({ title: 'Logboek', path: '/beheer/logboek', session },
    table('Logboek', ['Wanneer', 'Wie', 'Wat', 'Waarover'], entries.map(({ time, who, action, subject }) => [moment(time), who, action, subject ?? ''])));
}

/** `/beheer/documenten/{id}/verschil/{oud}`: what a new version changes. */
export function differencePage(session: Session, old: string, draft: { id: string; name: string }, { same, changes }: SentenceDiff): string {
  const place = (one: { page: number; text: string } | undefined) => (one === undefined ? '' : [h('span', { class: 'help' }, `p. ${one.page} `), one.text]);
  return adminPage({ title: `Verschil: ${old} en ${draft.name}`, path: '', session },
    h('p', {}, h('a', { href: `/beheer/documenten/${draft.id}` }, 'Terug naar het concept'), ` · ${same} zinnen zijn gelijk, ${changes.length} anders.`),
    table('Verschillen', ['', 'Oud', 'Nieuw'], changes.map(({ kind, old: before, next }) => [kind, place(before), place(next)])));
}
