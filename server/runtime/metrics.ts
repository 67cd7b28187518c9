import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; from a cached document to an answer of a language model. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Why an answer was made without the models. */
export type FallbackReason = 'queue-full' | 'model-failed';

/**
 * Every figure the server publishes at `/metrics`. Labels are fixed words (route patterns, statuses, stages): never a
 * question, an answer, an address or a query string.
 */
export class Metrics {
  readonly registry = new Registry();

  readonly #requests = new Counter({
    name: 'bekostigingswijzer_http_requests_total',
    help: 'Requests by route pattern, method and status (499: the client left)',
    labelNames: ['route', 'method', 'status'],
    registers: [this.registry],
  });
  readonly #requestDuration = new Histogram({
    name: 'bekostigingswijzer_http_request_duration_seconds',
    help: 'Time from request to the end of the response',
    labelNames: ['route', 'method'],
    buckets: durationBuckets,
    registers: [this.registry],
  });
  readonly #stages = new Histogram({
    name: 'bekostigingswijzer_answer_stage_duration_seconds',
    help: 'Time of each stage of a search or an answer',
    labelNames: ['stage'],
    buckets: durationBuckets,
    registers: [this.registry],
  });
  readonly #queueDepth = new Gauge({
    name: 'bekostigingswijzer_model_queue_depth',
    help: 'Requests that wait for a model',
    registers: [this.registry],
  });
  readonly #work = new Counter({
    name: 'bekostigingswijzer_work_units_total',
    help: 'Units of work done for answers and searches (about a millisecond of one core each)',
    registers: [this.registry],
  });
  readonly #fallbacks = new Counter({
    name: 'bekostigingswijzer_fallbacks_total',
    help: 'Answers and searches made without a model, by reason',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  readonly #withheldQuotes = new Counter({
    name: 'bekostigingswijzer_withheld_quotes_total',
    help: 'Quotes that were not found verbatim in their document and therefore not sent',
    registers: [this.registry],
  });
  readonly #answers = new Counter({
    name: 'bekostigingswijzer_answers_total',
    help: 'Answers by outcome and mode',
    labelNames: ['outcome', 'mode'],
    registers: [this.registry],
  });
  readonly #abstentions = new Counter({
    name: 'bekostigingswijzer_abstentions_total',
    help: 'Answers that say the sources do not answer the question',
    registers: [this.registry],
  });
  readonly #feedback = new Counter({
    name: 'bekostigingswijzer_feedback_total',
    help: 'Feedback by verdict',
    labelNames: ['verdict'],
    registers: [this.registry],
  });

  readonly #notAboutPatient = new Counter({
    name: 'bekostigingswijzer_not_about_patient_total',
    help: 'Questions that looked like data about a patient and that the asker said are not: false alarms of the check',
    registers: [this.registry],
  });

  readonly #modelSentences = new Counter({
    name: 'bekostigingswijzer_llm_sentences_total',
    help: 'Sentences that a language model wrote, by model and by what became of them: kept, or the check that dropped them',
    labelNames: ['model', 'result'],
    registers: [this.registry],
  });
  readonly #modelCalls = new Counter({
    name: 'bekostigingswijzer_llm_calls_total',
    help: 'Answers that a language model was to write, by model and result: ok, or why it ended',
    labelNames: ['model', 'result'],
    registers: [this.registry],
  });
  readonly #droppedLines = new Counter({
    name: 'bekostigingswijzer_log_lines_dropped_total',
    help: 'Log lines that could not be written (a full disk, a reader that does not read)',
    registers: [this.registry],
  });
  readonly #refusedConnections = new Counter({
    name: 'bekostigingswijzer_connections_refused_total',
    help: 'Connections past the most that may be open',
    registers: [this.registry],
  });

  /** Adds memory, CPU and event-loop figures of the process; once, by the composition root. */
  collectProcessFigures(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  requestFinished(route: string, method: string, status: number, seconds: number): void {
    this.#requests.inc({ route, method, status });
    this.#requestDuration.observe({ route, method }, seconds);
  }

  stageFinished(stage: string, seconds: number): void {
    this.#stages.observe({ stage }, seconds);
  }

  queueDepthChanged(waiting: number): void {
    this.#queueDepth.set(waiting);
  }

  workBegun(units: number): void {
    this.#work.inc(units);
  }

  fellBack(reason: FallbackReason): void {
    this.#fallbacks.inc({ reason });
  }

  /** @param written its model by the name in the configuration; reasons are fixed words */
  modelWrote({ model, kept, dropped, failed = 'ok' }: { model: string; kept: readonly unknown[]; dropped: readonly { reason: string }[]; failed?: string | undefined }): void {
    this.#modelCalls.inc({ model, result: failed });
    if (kept.length > 0) this.#modelSentences.inc({ model, result: 'kept' }, kept.length);
    for (const { reason } of dropped) this.#modelSentences.inc({ model, result: reason });
  }

  quoteWithheld(count = 1): void {
    this.#withheldQuotes.inc(count);
  }

  answered(answer: { outcome: string; mode: string; abstained: boolean }): void {
    this.#answers.inc({ outcome: answer.outcome, mode: answer.mode });
    if (answer.abstained) this.#abstentions.inc();
  }

  feedbackGiven(verdict: string): void {
    this.#feedback.inc({ verdict });
  }

  declaredNotAboutPatient(): void {
    this.#notAboutPatient.inc();
  }

  logLineDropped(): void {
    this.#droppedLines.inc();
  }

  connectionRefused(): void {
    this.#refusedConnections.inc();
  }

  /** Prometheus text and its content type. */
  async render(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}
