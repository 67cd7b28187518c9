import type { Estimate } from '../../statistics/wilson.ts';
import type { Markup } from '../html/markup.ts';
import { BAD, COLOURS, draw, GOOD, Plot } from './draw.ts';

export interface IntervalRow {
  label: string;
  estimate: Estimate;
}

export interface IntervalOptions {
  description: string;
  /** Axis title. */
  title: string;
  /** Rates run from 0 to 1; differences lie around zero, where a line is drawn. */
  kind: 'rate' | 'difference';
  /** A line that has to be reached. */
  threshold?: number;
}

/** A dot with its 95 % interval for each row, in the order given. */
export function intervalPlot(rows: readonly IntervalRow[], { description, title, kind, threshold }: IntervalOptions): Markup {
  const data = rows.map(({ label, estimate: { value, low, high, n } }) => ({ label: `${label} (${n})`, value, low, high }));
  const reach = Math.max(0.05, ...data.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const colour = ({ low, high }: { low: number; high: number }): string =>
    kind === 'rate' ? COLOURS[0] : low > 0 ? GOOD : high < 0 ? BAD : COLOURS[3];
  return draw(description, {
    width: 720,
    height: 68 + data.length * 22,
    // Room for the longest name: about 6.7 pixels a character.
    marginLeft: Math.min(380, 24 + 6.7 * Math.max(0, ...data.map(({ label }) => label.length))),
    marginBottom: 46,
    marginRight: 30,
    x: {
      domain: kind === 'rate' ? [0, 1] : [-reach, reach],
      label: title,
      labelAnchor: 'center',
      labelOffset: 40,
      grid: true,
      tickFormat: (value: number) => (kind === 'rate' ? `${Math.round(value * 100)} %` : value.toFixed(2).replace('.', ',').replace('-', '−')),
    },
    y: { domain: data.map(({ label }) => label), label: null, tickSize: 0 },
    marks: [
      ...(kind === 'difference' ? [Plot.ruleX([0], { stroke: '#333' })] : []),
      ...(threshold !== undefined ? [Plot.ruleX([threshold], { stroke: GOOD, strokeDasharray: '4 3' })] : []),
      Plot.ruleY(data, { y: 'label', x1: 'low', x2: 'high', stroke: colour, strokeWidth: 2 }),
      Plot.dot(data, { y: 'label', x: 'value', fill: colour, r: 4 }),
    ],
  });
}
