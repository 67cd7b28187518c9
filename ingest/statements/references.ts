import type { StatementFault, StatementForms } from './statement-files.ts';

/** Ids exist, stand once, and lead nowhere in a circle. */
export function referenceFaults(forms: StatementForms, routes: ReadonlySet<string> | undefined): StatementFault[] {
  const faults: StatementFault[] = [];
  const byId = new Map<string, StatementForms[number]>();
  for (const one of forms) {
    const known = byId.get(one.form.id);
    if (known) faults.push({ at: one, field: ['id'], reason: `deze id staat ook in ${known.file.name}; geef elke uitspraak een eigen id` });
    else byId.set(one.form.id, one);
  }
  for (const at of forms) {
    for (const name of ['limits', 'list'] as const) {
      for (const [index, id] of at.form[name].entries()) {
        if (!byId.has(id)) faults.push({ at, field: [name, index], reason: `geen uitspraak heeft de id "${id}"; verbeter de id of haal hem weg` });
        if (at.form[name].indexOf(id) < index) faults.push({ at, field: [name, index], reason: `"${id}" staat hier twee keer; laat er één staan` });
      }
      const circle = circleFrom(at.form.id, (id) => byId.get(id)?.form[name] ?? []);
      if (circle) faults.push({ at, field: [name], reason: `deze verwijzingen lopen in een kring: ${circle.join(' → ')}; haal er één weg` });
    }
    for (const [index, route] of at.form.routes.entries()) {
      if (routes && !routes.has(route)) faults.push({ at, field: ['routes', index], reason: `geen route heeft de id "${route}"; kies uit: ${[...routes].join(', ')}` });
    }
  }
  return faults;
}

/** The way back to where it started, told only by the first of its ids in the alphabet, so that one circle is one fault. */
function circleFrom(start: string, next: (id: string) => readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, path: string[]): string[] | undefined => {
    for (const to of next(id)) {
      if (to === start) return [...path, id, to];
      if (to < start || seen.has(to)) continue;
      seen.add(to);
      const found = walk(to, [...path, id]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, []);
}
