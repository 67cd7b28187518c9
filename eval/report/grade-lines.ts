import pc from 'picocolors';
import type { Drafts, GradeFigures } from '../reading/grades/grade-figures.ts';
import { decimal, interval } from './format.ts';

/** What readers thought, on the screen. */
export function gradeLines({ readers, grade, agreement, program, notes, drafts }: GradeFigures & { drafts: Drafts }): string[] {
  return [
    '',
    pc.bold('Wat lezers vinden'),
    ...readers.map(({ name, n, mean, counts }) => `${name}: ${n} antwoorden, gemiddeld ${decimal(mean)} (0: ${counts[0]}, 1: ${counts[1]}, 2: ${counts[2]}, 3: ${counts[3]})`),
    `Gemiddeld cijfer ${decimal(grade.value)} (${interval(grade, decimal)})`,
    ...agreement.map(({ readers: [a, b], kappa, weighted }) => `${a} en ${b}: kappa ${decimal(kappa.value)}, kwadratisch gewogen ${decimal(weighted.value)} (${interval(weighted, decimal)})`),
    `De maten voorspellen het cijfer: Spearman ${decimal(program.value)} (${interval(program, decimal)})`,
    ...drafts.files.map(({ path, cases }) => `Verbeteringen als concept van een vraag: ${path} (${cases})`),
    ...[...notes, ...drafts.notes].map((note) => pc.yellow(`! ${note}`)),
  ];
}
