const MONTHS = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december',
]; // prettier-ignore

/** A date as a reader says it: `2024-04-19` → "19 april 2024", `2024-07` → "juli 2024"; words stay words. */
export function publishedLabel(published: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(published);
  if (!match) return published.replace(/\s*\((.*)\)$/, ', $1');
  const [, year, month, day] = match;
  const name = month && MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
