import { escapeHtml } from '../../../server/text/escape-html.ts';

/** Text that is safe HTML; only `html` and the plots make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Template for HTML: inserted values are escaped unless they are markup; lists are joined; false and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return new Markup(strings.reduce((text, string, at) => text + render(values[at - 1]) + string));
}

function render(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return value === undefined || value === null || value === false ? '' : escapeHtml(String(value));
}

export interface Column<T> {
  head: string;
  cell(row: T): unknown;
  /** Figures stand right. */
  numeric?: boolean;
}

/** A table whose first column names the row. Scrolls by itself on narrow screens, also by keyboard. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): Markup {
  const [first, ...others] = columns;
  const align = (column: Column<T>): Markup | false => column.numeric === true && html` class="n"`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${align(column)}>${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr><th scope="row">${first!.cell(row)}</th>${others.map((column) => html`<td${align(column)}>${column.cell(row)}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
