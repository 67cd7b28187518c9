import type { Services } from '../assistant/services.ts';
import type { Administration } from './administration.ts';
import { createAdministration } from './create-administration.ts';
import { GapCounts } from './gap-counts.ts';
import { ingestRunner } from './run-ingest.ts';
import { withGapCounts } from './with-gap-counts.ts';

/** What a server with administrators has more: their pages, and services that count what was not answered. */
export function administer(
  folders: { corpusDir: string; indexDir: string; feedbackDir: string },
  admin: { passwordHash: string; dir: string },
): { administration: Administration; observed: (services: Services) => Services } {
  const gaps = new GapCounts(admin.dir);
  return {
    administration: createAdministration({ ...admin, feedbackDir: folders.feedbackDir, gaps, ingest: ingestRunner(folders) }),
    observed: (services) => withGapCounts(services, gaps),
  };
}
