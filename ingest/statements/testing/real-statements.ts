import { CORPUS_DIR, realCorpus } from '../../testing/corpus.ts';
import { claimOf, type StatementClaim } from '../claim.ts';
import { loadStatements } from '../load-statements.ts';

let claims: Promise<StatementClaim[]> | undefined;

/** The statements of the corpus as the guards see them, without those that only a plan or a list holds together. */
export const realClaims = (): Promise<StatementClaim[]> => (claims ??= readClaims());

async function readClaims(): Promise<StatementClaim[]> {
  const { documents } = await realCorpus();
  const byId = new Map(documents.map((document) => [document.id, document]));
  return loadStatements(CORPUS_DIR, documents)
    .statements.filter(({ planned, list }) => !planned && list.length === 0)
    .map((statement) => claimOf(statement, byId));
}
