import type { Draft, Tools } from '../draft.ts';
import { isVerified } from '../is-verified.ts';
import { speaker } from '../speaker.ts';
import type { Found } from '../step.ts';

/** Withholds what is not verbatim, numbers the rest anew and lays the quotes; where nothing is left, refuses. */
export function verify(draft: Draft, { index: { documents }, onWithheld }: Tools): Found<'verify'> {
  if (draft.refused) return { step: 'verify', verified: 0, withheld: 0 };
  const good = draft.citations.filter((citation) => isVerified(citation, documents));
  const withheld = draft.citations.length - good.length;
  if (withheld > 0) onWithheld?.(withheld);
  draft.citations = good.map((citation, i) => ({ ...citation, n: i + 1 }));
  if (good.length === 0) {
    draft.refused = true;
    draft.blocks.push({ type: 'refusal' });
  } else {
    for (const { n, documentId, start } of draft.citations) {
      draft.blocks.push({ type: 'quote', n, source: speaker(documents.get(documentId)!, start) });
    }
    for (const question of draft.open) draft.blocks.push({ type: 'gap', question });
  }
  return { step: 'verify', verified: good.length, withheld };
}
