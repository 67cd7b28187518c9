import { readFileSync } from 'node:fs';
import type { Finding } from '../finding.ts';

/** A text with the places, half-open, that hold data about a patient; none for an ordinary text. */
export interface LabelledLine {
  text: string;
  marked: { start: number; end: number }[];
}

export type LineFile = `${'patient' | 'ordinary'}-${'frozen' | 'practice'}`;

/** Reads one text a line: `\n` stands for a new line, `{…}` for data about a patient, `#` starts a remark. */
export function labelledLines(file: LineFile): LabelledLine[] {
  const lines = readFileSync(new URL(`./${file}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(labelled);
}

function labelled(line: string): LabelledLine {
  const marked: LabelledLine['marked'] = [];
  let text = '';
  for (const piece of line.replaceAll('\\n', '\n').split(/(\{[^}]*\})/)) {
    const inside = piece.startsWith('{') ? piece.slice(1, -1) : '';
    if (inside !== '') marked.push({ start: text.length, end: text.length + inside.length });
    text += inside === '' ? piece : inside;
  }
  return { text, marked };
}

/** The marked parts of a line that no finding touches. */
export function leftStanding({ text, marked }: LabelledLine, findings: readonly Finding[]): string[] {
  return marked.filter((part) => !findings.some(({ start, end }) => start < part.end && part.start < end)).map(({ start, end }) => text.slice(start, end));
}
