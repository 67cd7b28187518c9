import type { z } from 'zod/v4';

type Issue = z.core.$ZodIssue;

const conditionForms =
  'schrijf een voorwaarde als {fact, is}, {fact, in: […]}, {all: […]}, {any: […]}, {not: …} of {certain: …}';

const typeNames: Record<string, string> = {
  string: 'een tekst',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een groep velden',
  number: 'een getal',
  int: 'een heel getal',
};

/** Why a value in a rule file is refused, and where; zod's own words are English. */
export function dutchReason(issue: Issue, data: unknown): { path: (string | number)[]; reason: string } {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const name = `"${path.filter((key) => typeof key === 'string').at(-1) ?? 'bestand'}"`;
  switch (issue.code) {
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors);
      if (branch === undefined) return { path, reason: issue.path.includes('value') ? 'kies true, false of een woord' : conditionForms };
      return dutchReason({ ...branch, path: [...issue.path, ...branch.path] }, data);
    }
    case 'invalid_type': {
      const given = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
      if (given === undefined || given === null) return { path, reason: `${name} ontbreekt of is leeg` };
      return { path, reason: `${name} moet ${typeNames[issue.expected] ?? issue.expected} zijn` };
    }
    case 'unrecognized_keys':
      return { path, reason: `onbekend veld ${issue.keys.map((key) => `"${key}"`).join(', ')}` };
    case 'invalid_value':
      return { path, reason: `${name} moet een van deze zijn: ${issue.values.map(String).join(', ')}` };
    case 'too_small':
      return { path, reason: issue.message.startsWith('Too small') ? `${name} mag niet leeg of te klein zijn` : issue.message };
    case 'too_big':
      return { path, reason: `${name} is te groot` };
    default:
      return { path, reason: `${name}: ${issue.message}` };
  }
}

/** The form that the author meant: the one whose keys all fit, so that its inner fault can be told. */
function nearestBranch(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const meant = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 && issue.code !== 'unrecognized_keys' && !(issue.path.length === 1 && issue.code === 'invalid_type' && issue.input === undefined && isMissing(issue))),
  );
  return meant.length === 1 ? meant[0]?.[0] : undefined;
}

function isMissing(issue: Issue): boolean {
  return issue.message.includes('received undefined');
}
