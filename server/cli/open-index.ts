import type { CanonicalDocument } from '../corpus/document.ts';
import { readIndex } from '../search/index-reader.ts';
import { loadRules } from '../rules/load-rules.ts';
import type { RuleSet } from '../rules/rule-set.ts';

export interface IndexedRules {
  rules: RuleSet;
  documents: ReadonlyMap<string, CanonicalDocument>;
}

/**
 * The rules and documents of a built index, for the commands below this folder (the server gets them from its own).
 * @throws IndexUnusableError without a usable index, RulesError for rules that do not fit its documents
 */
export async function openIndexedRules(indexDir: string): Promise<IndexedRules> {
  const index = await readIndex(indexDir);
  await index.close();
  const { documents, rulesDir } = index;
  return { documents, rules: loadRules(rulesDir, documents) };
}
