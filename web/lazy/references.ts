import type { AddressOf } from '../../server/views/answer-parts.ts';
import { cslItems, risText } from '../../server/views/citation-references.ts';
import type { Turn } from '../widget/turn.ts';

/** What whole answers cite, as a file for a program that keeps references. */
export function referencesFile(turns: readonly Turn[], form: 'ris' | 'csl', addressOf: AddressOf): { extension: string; content: Blob } {
  const citations = turns.filter(({ state }) => state === 'done').flatMap(({ citations: cited, checkedOn }) => cited.map((citation) => ({ citation, checkedOn })));
  return form === 'ris'
    ? { extension: 'ris', content: new Blob([risText(citations, addressOf)], { type: 'application/x-research-info-systems;charset=utf-8' }) }
    : { extension: 'json', content: new Blob([`${JSON.stringify(cslItems(citations, addressOf), undefined, 2)}\n`], { type: 'application/vnd.citationstyles.csl+json' }) };
}

export type References = { referencesFile: typeof referencesFile };
