import type { Verdict } from '../../corpus/statement.ts';

const OPENINGS: [RegExp, Verdict][] = [
  [/^ja(?=[,.;:!]|\s+(?:hoor|dat|u|PGAZ))[,.;:!]?\s*/iu, 'ja'],
  [/^nee(?=[,.;:!]|\s)[,.;:!]?\s*/iu, 'nee'],
  [/^(?:dat|het|dit)?\s*hangt (?:er ?van )?af(?: van)?[,.;:]?\s*/iu, 'hangt-af'],
  [/^(?:dat|het|dit)\s+hangt\s+er(?:van)?\s+(?:van\s+)?af[,.;:]?\s*/iu, 'hangt-af'],
];

/** What a sentence decides with its first words, and the rest: the verdict is shown already. */
export function readVerdict(text: string): { verdict?: Verdict; rest: string } {
  for (const [opening, verdict] of OPENINGS) {
    const words = opening.exec(text)?.[0];
    if (words === undefined) continue;
    const rest = text.slice(words.length);
    return { verdict, rest: rest.charAt(0).toUpperCase() + rest.slice(1) };
  }
  return { rest: text };
}
