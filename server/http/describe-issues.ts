import type { z } from 'zod/v4';
import type { InputFault } from '../errors.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNames: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een JSON-object',
  record: 'een JSON-object',
};

const number = new Intl.NumberFormat('nl-NL');

/** What is allowed, in Dutch, for schemas that bring no message of their own. Used as error map of a parse. */
export function allowedInDutch(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Dit veld ontbreekt. Geef ${typeNames[issue.expected] ?? 'een waarde'}.`
        : `Geef ${typeNames[issue.expected] ?? 'een andere waarde'}.`;
    case 'too_big':
      return `Geef hoogstens ${amount(issue.origin, issue.maximum)}.`;
    case 'too_small':
      return `Geef minstens ${amount(issue.origin, issue.minimum)}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? `Dit veld ontbreekt. Kies uit: ${issue.values.map(String).join(', ')}.`
        : `Kies uit: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Onbekend: ${issue.keys.join(', ')}.`;
    default:
      return 'Deze waarde heeft niet de juiste vorm.';
  }
}

function amount(origin: string, limit: number | bigint): string {
  const figure = number.format(limit);
  if (origin === 'string') return limit === 1 ? '1 teken' : `${figure} tekens`;
  if (origin === 'array' || origin === 'set') return `${figure} in de lijst`;
  return figure;
}

/** One fault a field, the first one found: what is allowed, then what was given. */
export function describeIssues(issues: readonly z.core.$ZodIssue[], input: unknown): InputFault[] {
  const faults = new Map<string, InputFault>();
  for (const issue of issues) {
    const field = fieldName(issue.path);
    if (faults.has(field)) continue;
    const given = valueAt(input, issue.path);
    faults.set(field, {
      field,
      detail: given === undefined ? issue.message : `${issue.message} U gaf ${describeValue(given)}.`,
    });
  }
  return [...faults.values()];
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'inhoud';
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (Object(value) as Record<PropertyKey, unknown>)[key], input);
}

function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `een lijst van ${number.format(value.length)}`;
  if (typeof value === 'object') return 'een JSON-object';
  if (typeof value !== 'string') return String(value);
  const characters = [...value].length;
  return characters > 60 ? `een tekst van ${number.format(characters)} tekens` : `"${value}"`;
}
