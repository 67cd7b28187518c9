import type { Answer, SearchResult } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { placesOf } from '../../metrics/coverage.ts';
import { searchQuery } from '../../system/observe.ts';
import type { System } from '../../system/system.ts';
import { answerOf, citationAt } from '../reference-answer.ts';
import type { World } from './bad-system.ts';
import { CaseBook } from './case-book.ts';
import { idealAnswer } from './ideal-answer.ts';

/** A system that answers every case as its writer would want it; what it was not asked for, it does not know. */
export function idealSystem(world: World, rules?: System['rules']): System {
  const book = new CaseBook(world.cases);
  const byQuery = new Map(world.cases.map((one) => [searchQuery(one), one]));
  // Every bad system asks the same questions again.
  const answers = new Map<string, Promise<Answer>>();
  const answerTo = async (asked: EvaluationCase): Promise<Answer> => idealAnswer(asked, world.documents, await routesOf(asked, rules));
  return {
    name: 'een ideale assistent, gemaakt uit de vragen zelf',
    documents: () => Promise.resolve([...world.documents.values()]),
    async ask(request) {
      const asked = book.find(request);
      if (!asked) return { answer: { ...answerOf(request.question, []), answer: 'Dat staat niet in de bronnen.' } };
      const answer = answers.get(asked.id) ?? answerTo(asked);
      answers.set(asked.id, answer);
      return { answer: { ...(await answer), question: request.question } };
    },
    search: (query, limit) => Promise.resolve(evidenceFor(byQuery.get(query), world).slice(0, limit)),
    ...(rules && { rules }),
    close: () => Promise.resolve(),
  };
}

async function routesOf(asked: EvaluationCase, rules: System['rules']): Promise<Answer['routes']> {
  if (asked.abstain) return [];
  const { outcome = {} } = asked.situation ?? {};
  const checked = (await rules?.check({}))?.routes ?? [];
  return asked.routes.map((id) => {
    const route = checked.find((one) => one.id === id);
    return { id, title: route?.title ?? id, status: outcome[id] ?? route?.status ?? 'onbekend' };
  });
}

function evidenceFor(asked: EvaluationCase | undefined, { documents }: World): SearchResult[] {
  return (asked?.evidence ?? []).map((item, at) => {
    const place = placesOf(item)[0]!;
    const { documentId, page, section, quote, start, end } = citationAt(documents.get(place.documentId)!, place, 1);
    return { passageId: `${documentId}#${start}`, documentId, page, section, text: quote, start, end, score: 1 / (at + 1) };
  });
}
