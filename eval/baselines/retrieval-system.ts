import type { DocumentRange } from '../metrics/coverage.ts';

/** Anything that ranks passages for a query, best first. Other systems cut documents differently: ranges are compared, not ids. */
export interface RetrievalSystem {
  /** Short and stable: key of the system's figures in JSON. */
  id: string;
  /** Dutch, for the report. */
  label: string;
  search(query: string, limit: number): Promise<DocumentRange[]>;
}
