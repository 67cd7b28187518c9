import { join } from 'node:path';
import type { Session } from '../../../admin/sessions.ts';
import { PROJECT_DIR } from '../../../project-dir.ts';
import { h, type ViewChild, type ViewElement } from '../../../views/view.ts';
import { renderPage } from '../layout.ts';
import { WebFiles } from '../web-files.ts';

const files = new WebFiles(join(PROJECT_DIR, 'dist', 'web'));

const PARTS = [
  ['/beheer', 'Documenten'],
  ['/beheer/indexen', 'Indexen'],
  ['/beheer/bronnen', 'Stand van de bronnen'],
  ['/beheer/gaten', 'Zonder antwoord'],
  ['/beheer/reacties', 'Reacties'],
  ['/beheer/logboek', 'Logboek'],
] as const;

export interface Shell {
  title: string;
  path: string;
  session: Session;
  /** Something that went well, or not. */
  message?: { text: string; good: boolean } | undefined;
}

/** A page of the administration: the product's own page with a menu of its own. */
export function adminPage({ title, path, session, message }: Shell, ...content: ViewChild[]): string {
  return renderPage({
    title,
    path,
    kind: 'reading',
    content: h('div', { class: 'admin' },
      h('nav', { class: 'admin-menu', 'aria-label': 'Beheer' },
        h('ul', { role: 'list' }, PARTS.map(([href, label]) => h('li', {}, h('a', { href, 'aria-current': href === path ? 'page' : undefined }, label)))),
        h('form', { method: 'post', action: '/beheer/uitloggen' }, token(session), h('button', { type: 'submit', class: 'quiet' }, `Uitloggen (${session.who})`))),
      h('h1', {}, title),
      message && h('p', { class: `admin-message ${message.good ? 'good' : 'bad'}`, role: message.good ? 'status' : 'alert' }, message.text),
      content),
  }, files);
}

/** The login form; nothing but that is to be had without a session. */
export function loginPage(problem?: string, who = ''): string {
  return renderPage({
    title: 'Beheer',
    path: '/beheer',
    kind: 'reading',
    content: h('div', { class: 'admin' },
      h('h1', {}, 'Beheer'),
      problem !== undefined && h('p', { class: 'admin-message bad', role: 'alert' }, problem),
      h('form', { class: 'admin-form', method: 'post', action: '/beheer/inloggen' },
        field('Uw naam, voor het logboek', h('input', { name: 'naam', value: who, required: true, maxlength: 60, autocomplete: 'name' })),
        field('Wachtwoord', h('input', { name: 'wachtwoord', type: 'password', required: true, maxlength: 200, autocomplete: 'current-password' })),
        h('button', { type: 'submit' }, 'Log in'))),
  }, files);
}

export const token = ({ csrf }: Session): ViewElement => h('input', { type: 'hidden', name: 'bewijs', value: csrf });

export const field = (label: string, input: ViewElement, help?: ViewChild): ViewElement => h('label', {}, h('span', {}, label), input, help);

/** A table that scrolls by itself on a narrow screen. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly ViewChild[])[]): ViewElement {
  return h('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': label },
    h('table', {},
      h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((cell) => h('td', {}, cell)))))));
}

/** Long lists folded away under what they hold. */
export function folded(title: string, items: readonly ViewChild[], open = false): ViewChild {
  if (items.length === 0) return undefined;
  return h('details', { open }, h('summary', {}, `${title}: ${items.length}`), h('ul', {}, items.map((item) => h('li', {}, item))));
}

/** `2026-11-30T16:03:10Z` → "30-11-2026 17:03". */
export const moment = (time: string): string => new Date(time).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
