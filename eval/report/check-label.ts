import { measureOf, MEASURE_NAMES, type MeasureName } from '../metrics/measures.ts';

const PARTS: Record<string, string> = { failures: 'Vragen zonder bruikbaar antwoord', rules: 'Regelcheck', latency: 'Tijd per antwoord (p95)' };

/** A check of the verdict as readers know it. */
export const checkLabel = (id: string): string => (MEASURE_NAMES.includes(id as MeasureName) ? measureOf(id as MeasureName).label : (PARTS[id] ?? id));
