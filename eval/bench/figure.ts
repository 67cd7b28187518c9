/** One measured figure beside its target. */
export interface Figure {
  /** What was measured, with its unit. */
  name: string;
  /** As shown: "≤ 60 ms"; empty for a figure that is there to compare with. */
  target: string;
  /** As shown, with how many measurements it stands on. */
  measured: string;
  count: string;
  /** Undefined without target. */
  met?: boolean;
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A figure that must not be above its target. */
export function atMost(name: string, value: number, limit: number, unit: string, count: string): Figure {
  return { name, target: `≤ ${number.format(limit)} ${unit}`, measured: `${number.format(value)} ${unit}`, count, met: value <= limit };
}

/** A figure that must not be below its target. */
export function atLeast(name: string, value: number, limit: number, count: string): Figure {
  // Rounded down: 0.9899 is not 0.99.
  return { name, target: `≥ ${limit}`, measured: (Math.floor(value * 10_000) / 10_000).toFixed(4), count, met: value >= limit };
}

/** A figure to compare with. */
export function compared(name: string, value: number, unit: string, count: string): Figure {
  return { name, target: '', measured: `${number.format(value)} ${unit}`, count };
}

/** Markdown table of figures. */
export function figureTable(figures: readonly Figure[]): string {
  const mark = ({ met }: Figure) => (met === undefined ? '' : met ? '✔' : '✘');
  return [
    '| figure | target | measured | of | |',
    '| --- | --- | --- | --- | --- |',
    ...figures.map((figure) => `| ${[figure.name, figure.target, figure.measured, figure.count, mark(figure)].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n');
}
