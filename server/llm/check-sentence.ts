import { guardActor } from '../corpus/guards/actor.ts';
import { nearest } from '../corpus/guards/clauses.ts';
import { guardModality } from '../corpus/guards/modality.ts';
import { guardNegation } from '../corpus/guards/negation.ts';
import { guardNumber } from '../corpus/guards/number.ts';
import { guardScope } from '../corpus/guards/scope.ts';
import { languageOf } from '../text/language.ts';
import { changesActor, changesDenial, changesModality, losesException, nearestTo } from './checks/agreement.ts';
import { changesExtent, losesHedge, renumbers } from './checks/extent.ts';
import { isWellFormed, withoutMarkup } from './checks/form.ts';
import { citedBy, readMarkers } from './checks/markers.ts';
import { newName } from './checks/names.ts';
import { proofOf, type Proof } from './checks/proof.ts';
import { unsupportedWords } from './checks/support.ts';
import { readVerdict } from './checks/verdict.ts';
import type { DropReason, WritingTask, WrittenSentence } from './writing.ts';

export type Checked = { sentence: WrittenSentence; reason?: undefined } | { sentence?: undefined; reason: DropReason };

/**
 * Whether a model's sentence says no more and nothing else than what it cites. It is held against the quotes, as the
 * statements of editors are when they are read in, and more strictly against the nearest sentence of those statements.
 */
export function checkSentence(written: string, task: WritingTask): Checked {
  const marked = readMarkers(withoutMarkup(written));
  const citations = citedBy(marked, task);
  if (!citations) return { reason: 'marker' };
  const { verdict, rest } = readVerdict(marked.text);
  if (verdict !== undefined && verdict !== task.verdict) return { reason: 'verdict' };
  const reason = faultOf(rest, proofOf(citations, task));
  return reason === undefined ? { sentence: { text: rest, citations } } : { reason };
}

function faultOf(text: string, proof: Proof): DropReason | undefined {
  const { quotes, surroundings, statements } = proof;
  if (!isWellFormed(text, quotes)) return 'form';
  if (languageOf(text) !== 'nl') return 'language';
  const near = nearestQuotes(text, quotes);
  const about = nearestTo(text, proof);
  // A number of another quote is another number; what a statement rests on elsewhere its editors have checked.
  if (guardNumber({ text, quotes: [...near, ...about], surroundings: [] }).length > 0 || renumbers(text, proof)) return 'number';
  if (newName(text, proof) !== undefined) return 'name';
  // An editor may have found words for what a guard does not see in the quotes.
  const claims = [{ text, quotes: [...near, ...statements], surroundings }, ...(statements.length > 0 ? [{ text, quotes: about, surroundings }] : [])];
  const fails = (guard: typeof guardNegation): boolean => claims.some((claim) => guard(claim).length > 0);
  if (fails(guardNegation) || changesDenial(text, about)) return 'negation';
  if (guardActor(claims[0]!).length > 0 || changesActor(text, about, proof)) return 'actor';
  if (fails(guardModality) || changesModality(text, about)) return 'modality';
  if (fails(guardScope) || changesExtent(text, about, proof) || losesHedge(text, proof)) return 'scope';
  if (losesException(text, about)) return 'exception';
  return unsupportedWords(text, proof).length > 0 ? 'support' : undefined;
}

function nearestQuotes(text: string, quotes: readonly string[]): readonly string[] {
  const near = nearest(text, quotes, { share: 0.5 });
  return near.length > 0 ? near : quotes;
}
