import type { DocumentRange } from '../metrics/coverage.ts';

/** Anything that ranks passages for a query, best first. Other systems cut documents differently: ranges are compared, not ids. */
export interface RetrievalSystem {
  /** Short and stable: key of the system's figures in JSON. */
  id: string;
  /** Dutch, for the report. */
  label: string;
  /** `baseline`: what others would build; `part`: the assistant itself with something left out. */
  role: 'baseline' | 'part';
  search(query: string, limit: number): Promise<DocumentRange[]>;
}
