import type { Run, Table } from './answer-part.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

/**
 * A comparison as a table. On a narrow screen the style sheet puts its cells below each other, with the column's name before
 * each; the roles keep it a table for who hears it read aloud.
 */
export function tableView({ caption, aspect, columns, rows }: Table, views: (runs: readonly Run[]) => ViewChild[]): ViewElement {
  return h('table', { class: 'comparison', role: 'table' },
    h('caption', {}, caption),
    h('thead', { role: 'rowgroup' },
      h('tr', { role: 'row' }, [aspect, ...columns].map((name) => h('th', { scope: 'col', role: 'columnheader' }, name)))),
    h('tbody', { role: 'rowgroup' },
      rows.map(({ aspect: name, cells }) =>
        h('tr', { role: 'row' },
          h('th', { scope: 'row', role: 'rowheader' }, name),
          cells.map((runs, index) => h('td', { role: 'cell', 'data-label': columns[index] }, views(runs)))))));
}
