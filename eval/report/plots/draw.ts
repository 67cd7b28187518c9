import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Markup } from '../html/markup.ts';

/** Colours that differ in lightness too: green-blue, orange, purple, grey, brown (Okabe & Ito, darkened for text contrast). */
export const COLOURS = ['#005a8d', '#b54b00', '#7a3b8f', '#5b6470', '#7a5a00', '#00695c'] as const;
export const GOOD = '#14633c';
export const BAD = '#a3241b';

/** Draws without a browser. @param description what a reader who cannot see the plot should know; the table beside it has the figures */
export function draw(description: string, options: Plot.PlotOptions): Markup {
  const { document } = parseHTML('<html><body></body></html>');
  const svg = Plot.plot({ ...options, document, className: 'plot', style: { fontSize: '12px', background: 'transparent' } });
  // Options without title or legend always give a bare <svg>.
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', description);
  svg.removeAttribute('height');
  // One image with one name: labels on its parts are read aloud as noise, and not allowed on a bare <g>.
  for (const part of svg.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  return new Markup((svg as unknown as { outerHTML: string }).outerHTML);
}

export { Plot };
