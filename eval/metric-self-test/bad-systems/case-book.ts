import type { AskRequest } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';

/** Finds the case that a request asks; a question that is asked after other turns than its own is still that question. */
export class CaseBook {
  readonly #whole = new Map<string, EvaluationCase>();
  readonly #byQuestion = new Map<string, EvaluationCase>();

  constructor(cases: readonly EvaluationCase[]) {
    for (const one of cases) {
      this.#whole.set(keyOf(one), one);
      if (!this.#byQuestion.has(one.question)) this.#byQuestion.set(one.question, one);
    }
  }

  find(request: AskRequest): EvaluationCase | undefined {
    return this.#whole.get(keyOf(request)) ?? this.#byQuestion.get(request.question);
  }
}

const keyOf = ({ question, history = [] }: Pick<AskRequest, 'question' | 'history'>): string => JSON.stringify([question, ...history.map(({ content }) => content)]);
