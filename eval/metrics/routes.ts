export interface RouteScores {
  /** Expected routes that the answer names. */
  found: string[];
  missed: string[];
  /** Named but not expected. */
  extra: string[];
}

export function scoreRoutes(expected: readonly string[], named: readonly string[]): RouteScores {
  const given = new Set(named);
  return {
    found: expected.filter((id) => given.has(id)),
    missed: expected.filter((id) => !given.has(id)),
    extra: [...given].filter((id) => !expected.includes(id)),
  };
}

/** What the rule check says of each route when nothing is known; `open` where facts can still change it. */
export type RouteTruth = Readonly<Record<string, { status: string; open: boolean }>>;
