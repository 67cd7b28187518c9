import { icon } from './icons.ts';
import { chat } from './labels.ts';
import { h, type ViewElement } from './view.ts';

interface SortedNotices {
  warnings: string[];
  terms: { term: string; meaning: string }[];
}

/** The answer's notices hold warnings, and explanations of terms in the form "PGAZ (patiëntengroepsgebonden afstemming): Afspraken …". */
const explanation = /^([^:()]{1,40} \([^()]{3,120}\)): (.+)$/s;

/** Warnings and explanations apart: a reader who looks for what to mind should not have to read a glossary. */
export function sortNotices(notices: readonly string[]): SortedNotices {
  const sorted: SortedNotices = { warnings: [], terms: [] };
  for (const notice of notices) {
    const [, term, meaning] = explanation.exec(notice) ?? [];
    if (term !== undefined && meaning !== undefined) sorted.terms.push({ term, meaning });
    // The heading says "Let op" already.
    else sorted.warnings.push(notice.replace(/^let op:\s*(.)/i, (_whole, first: string) => first.toUpperCase()));
  }
  return sorted;
}

/** Warnings stand in the open under their heading, explanations of terms under a disclosure. */
export function noticesView(notices: readonly string[], headingLevel: 2 | 3): ViewElement[] {
  const { warnings, terms } = sortNotices(notices);
  return [
    ...(warnings.length === 0
      ? []
      : [
          h('div', { class: 'notices', role: 'note', 'aria-label': chat.notices },
            h(`h${headingLevel}`, {}, icon('warning'), chat.notices),
            h('ul', { role: warnings.length === 1 ? 'list' : undefined }, warnings.map((warning) => h('li', {}, warning)))),
        ]),
    ...(terms.length === 0
      ? []
      : [
          h('details', { class: 'terms' },
            h('summary', {}, chat.terms),
            h('dl', {}, terms.map(({ term, meaning }) => h('div', {}, h('dt', {}, term), h('dd', {}, meaning))))),
        ]),
  ];
}
