import { measureOf, MEASURE_NAMES, type MeasureName } from '../metrics/measures.ts';

const PARTS: Record<string, string> = { failures: 'Vragen zonder bruikbaar antwoord', rules: 'Regelcheck' };

/** A check of the verdict as readers know it; a measure that does not exist yet keeps its name. */
export const checkLabel = (id: string): string => (MEASURE_NAMES.includes(id as MeasureName) ? measureOf(id as MeasureName).label : (PARTS[id] ?? id));
