import type { AskRequest } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import { outcomeOf, type AnswerData } from './answer.ts';
import { CALIBRATION } from './calibration.ts';
import { newDraft, wholeOf, type Finding, type Judgement, type Tools } from './draft.ts';
import { FINDING, PIPELINE, runSteps, WRITING_PIPELINE } from './pipeline.ts';
import { newestOf } from './newest-source.ts';
import type { StepOptions } from './step.ts';

export type AnswererDependencies = Omit<Tools, 'calibration'> & Partial<Pick<Tools, 'calibration'>>;

type History = NonNullable<AskRequest['history']>;

const today = (): string => dayInAmsterdam(new Date());

/** From question to cited answer over one version of the index. The work is in the pipeline's steps. */
export class Answerer {
  readonly #tools: Tools;

  constructor(dependencies: AnswererDependencies) {
    this.#tools = { calibration: CALIBRATION, ...dependencies };
  }

  /** @throws BadInputError for facts beside the question that do not exist, before anything is computed */
  async answer(request: AskRequest, options: StepOptions = {}): Promise<AnswerData> {
    this.#tools.rules?.checkGiven?.(request.facts);
    const draft = newDraft(request, request.asOf ?? today());
    await runSteps(this.#tools.writer ? WRITING_PIPELINE : PIPELINE, draft, this.#tools, options);
    const { blocks, citations, routes, situation, suggestions, trace } = draft;
    const language = draft.findings[0]?.question.profile.language ?? 'nl';
    return { blocks, citations, outcome: outcomeOf(blocks), routes, language, horizon: { newestSource: newestOf(this.#tools.index.documents) }, suggestions, ...(situation && { situation }), ...(draft.written && draft.written.kept.length > 0 && { writtenByModel: true as const }), trace };
  }

  /** What is found for one question as a whole and how sure it is; evaluation and calibration look into it. */
  async find(question: string, history: History, { asOf = today(), ...options }: StepOptions & { asOf?: string } = {}): Promise<Finding & Judgement> {
    const draft = newDraft({ question, history }, asOf);
    const [read, ...steps] = FINDING;
    await runSteps([read!], draft, this.#tools, options);
    draft.findings = [wholeOf(draft)];
    await runSteps(steps, draft, this.#tools, options);
    const whole = wholeOf(draft);
    return { ...whole, ...whole.judgement! };
  }
}
