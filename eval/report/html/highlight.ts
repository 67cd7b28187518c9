import { html, type Markup } from './markup.ts';

export interface Stretch {
  start: number;
  end: number;
}

/** Text of which some stretches are marked. @param marked offsets in `text`; what lies outside is cut off */
export function highlight(text: string, marked: readonly Stretch[]): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end } of merge(marked, text.length)) {
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(html`${text.slice(at)}`);
  return parts;
}

function merge(stretches: readonly Stretch[], length: number): Stretch[] {
  const merged: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else merged.push({ start: from, end: to });
  }
  return merged;
}
