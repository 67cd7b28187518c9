/** Sectors that nearly always work under one law. A proposal for who fills in the facts, shown and changeable; no verdict rests on it. */
const LAW_OF_SECTOR: Readonly<Record<string, string>> = {
  huisartsenzorg: 'zvw',
  ggz: 'zvw',
  'medisch-specialistisch': 'zvw',
  fysiotherapie: 'zvw',
};

/** Value of `domein` that a value of `sector` proposes. */
export function lawOfSector(sector: unknown): string | undefined {
  return typeof sector === 'string' && Object.hasOwn(LAW_OF_SECTOR, sector) ? LAW_OF_SECTOR[sector] : undefined;
}
