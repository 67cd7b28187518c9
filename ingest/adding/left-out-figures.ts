import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { DocumentError } from '../../server/errors.ts';
import { PROJECT_DIR } from '../../server/project-dir.ts';

/** What was measured of a document whose questions were taken away, 0…1. */
export interface LeftOutFigure {
  label: string;
  value: number;
}

/** Where `npm run eval` leaves its figures. */
const USUAL = join(PROJECT_DIR, 'dist', 'eval', 'evaluation.json');

const LABELS: Record<string, string> = { right: 'alles goed', evidenceCited: 'bewijs geciteerd', abstained: 'terecht geweigerd', falseRefusals: 'ten onrechte geweigerd', recall5: 'bij de eerste vijf gevonden' };

const Evaluation = z.object({
  leaveOneDocumentOut: z
    .object({ rounds: z.array(z.object({ documentId: z.string(), figures: z.array(z.object({ measure: z.string(), without: z.object({ value: z.number().nullable(), n: z.number() }) })) })) })
    .optional(),
});

/** By document; empty when nothing was measured. @throws DocumentError for a file that was named and cannot be read */
export async function leftOutFigures(path?: string): Promise<Map<string, LeftOutFigure[]>> {
  const text = await readFile(path ?? USUAL, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (path === undefined) return new Map();
    throw new DocumentError(`${path} is niet te lezen. Maak het met: npm run eval -- --leave-one-document-out`);
  }
  try {
    const { leaveOneDocumentOut } = Evaluation.parse(JSON.parse(text));
    return new Map(
      (leaveOneDocumentOut?.rounds ?? []).map(({ documentId, figures }) => [
        documentId,
        figures.flatMap(({ measure, without: { value, n } }) => (LABELS[measure] === undefined || value === null || n === 0 ? [] : [{ label: LABELS[measure], value }])),
      ]),
    );
  } catch {
    throw new DocumentError(`${path ?? USUAL} is geen uitkomst van npm run eval. Haal het weg of geef een ander bestand.`);
  }
}
