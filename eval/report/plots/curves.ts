import type { RiskPoint } from '../../metrics/risk-coverage.ts';
import type { Markup } from '../html/markup.ts';
import { BAD, COLOURS, draw, Plot } from './draw.ts';

const asPercent = (value: number): string => `${Math.round(value * 100)} %`;

/** Risk against coverage; the dot is where the assistant stands. */
export function riskCoveragePlot(points: readonly RiskPoint[]): Markup {
  const last = points.at(-1);
  const top = Math.max(0.1, ...points.filter(({ coverage }) => coverage > 0.05).map(({ risk }) => risk));
  return draw('Aandeel foute antwoorden tegen aandeel beantwoorde vragen, van de zekerste antwoorden naar alle antwoorden', {
    width: 720,
    height: 300,
    marginLeft: 60,
    marginBottom: 46,
    x: { domain: [0, 1], label: 'Deel van alle vragen dat een antwoord krijgt', labelAnchor: 'center', labelOffset: 40, tickFormat: asPercent },
    y: { domain: [0, Math.min(1, top * 1.15)], label: 'Deel van die antwoorden dat niet goed is', grid: true, tickFormat: asPercent, clamp: true },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY([...points], { x: 'coverage', y: 'risk', stroke: COLOURS[0], strokeWidth: 2 }),
      ...(last ? [Plot.dot([last], { x: 'coverage', y: 'risk', fill: BAD, r: 5 })] : []),
    ],
  });
}

export interface RankCurve {
  label: string;
  /** Recall within the first 1, 2, … passages. */
  recall: readonly number[];
}

/** How far down the list the evidence stands, per system. Lines are named at their end. */
export function recallByRankPlot(curves: readonly RankCurve[]): Markup {
  const data = curves.flatMap(({ label, recall }) => recall.map((value, at) => ({ label, rank: at + 1, value })));
  const depth = Math.max(1, ...curves.map(({ recall }) => recall.length));
  return draw('Deel van de vragen met bewijs in de eerste 1 tot 20 passages, per systeem', {
    width: 720,
    height: 340,
    marginLeft: 60,
    marginBottom: 46,
    marginRight: 20,
    x: { domain: [1, depth], label: 'Aantal passages dat men leest', labelAnchor: 'center', labelOffset: 40, ticks: [1, 3, 5, 10, 15, 20].filter((rank) => rank <= depth) },
    y: { domain: [Math.max(0, Math.floor(10 * Math.min(1, ...data.map(({ value }) => value))) / 10), 1], label: 'Vragen met bewijs gevonden', grid: true, tickFormat: asPercent },
    color: { domain: curves.map(({ label }) => label), range: [...COLOURS] },
    marks: [
      Plot.lineY(data, { x: 'rank', y: 'value', stroke: 'label', strokeWidth: 2 }),
      Plot.dot(data, { x: 'rank', y: 'value', fill: 'label', r: 2 }),
    ],
  });
}

/** Legend of the lines, in the same colours. */
export const curveColours = (labels: readonly string[]): { label: string; colour: string }[] =>
  labels.map((label, at) => ({ label, colour: COLOURS[at % COLOURS.length]! }));
