import type { CaseFields } from '../load/evaluation-case.ts';

type RouteId = CaseFields['routes'][number];

/** How the sources and people name each funding route; kept apart from the assistant's own words on purpose. */
const NAMES: Record<RouteId, RegExp> = {
  pgaz: /\b(?:PGAZ|BDSS)\b|pati[eë]nt(?:en)?groepsgebonden|domein- en sectoroverstijgende samenwerking/i,
  oi: /O\s?&\s?I|\bO en I\b|organisatie (?:en|&) infrastructuur/i,
  adz: /\bADZ\b|algemene diensten ten behoeve/i,
  sop: /\bSOP\b|sectoroverstijgende prestatie/i,
  meedenkadvies: /meedenk-?\s?(?:advies|consult|adviezen|consulten|titel)/i,
  'segment-3': /\bsegment\s*(?:3|drie)\b|\bS3\b/i,
  'zpm-indirecte-tijd': /\bZPM\b|zorgprestatiemodel|indirecte tijd/i,
  'regulier-tarief': /\b(?:regulier|gewone?|bestaande?|eigen|normale?|usual|regular|ordinary|existing) (?:\w+ )?(?:tari(?:ef|even|ff|ffs)|prestaties?|betaaltitels?|rates?|fees?)|tari(?:ef|even)|\brates?\b/i,
  fysiotherapie: /fysiotherap|\bfysio\b|physiotherap|basisverzekering/i,
  'wlz-dos': /\bDOS\b|\bWlz\b|wet langdurige zorg|domeinoverstijgende samenwerking/i,
  'wlz-individu': /\bWlz\b|wet langdurige zorg/i,
  'sociaal-domein': /sociaa?l\w* domein|\bWmo\b|jeugdwet|gemeente|\bWpg\b|social domain|municipalit/i,
};

/** A text that a reader sees names this route. */
export const namesRoute = (text: string, route: RouteId): boolean => NAMES[route].test(text);

/** Routes that a text names outright; words that many texts hold ("tarief", "gemeente") do not count. */
export const routesIn = (text: string): RouteId[] => OUTRIGHT.filter((route) => NAMES[route].test(text));

const OUTRIGHT: readonly RouteId[] = ['pgaz', 'oi', 'adz', 'sop', 'meedenkadvies', 'segment-3', 'zpm-indirecte-tijd'];
