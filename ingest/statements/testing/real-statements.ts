import { CORPUS_DIR, realCorpus } from '../../testing/corpus.ts';
import { claimOf, type Claim } from '../claim.ts';
import { loadStatements } from '../load-statements.ts';

let claims: Promise<Claim[]> | undefined;

/** The statements of the corpus as the guards see them, without those that only a plan or a list holds together. */
export const realClaims = (): Promise<Claim[]> => (claims ??= readClaims());

async function readClaims(): Promise<Claim[]> {
  const { documents } = await realCorpus();
  const byId = new Map(documents.map((document) => [document.id, document]));
  return loadStatements(CORPUS_DIR, documents)
    .statements.filter(({ planned, list }) => !planned && list.length === 0)
    .map((statement) => claimOf(statement, byId));
}
