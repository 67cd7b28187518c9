import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { leansOn } from '../corpus/guards/leaning.ts';
import { findPatientData } from '../privacy/patient-data.ts';
import { checkSentence } from './check-sentence.ts';
import type { LanguageModelSettings, StreamText } from './language-model.ts';
import { failureOf, ModelFailure } from './model-failure.ts';
import { messagesFor } from './prompt.ts';
import { SentenceStream } from './sentence-stream.ts';
import { watched } from './watchdog.ts';
import type { DropReason, Writer, WritingFailure, WritingOptions, WritingTask, Written, WrittenSentence } from './writing.ts';

const MOST_SENTENCES = 4;
/** Past these it only goes round. */
const MOST_ATTEMPTS = 10;
/** So many calls after each other that failed, and how long none is made then. */
const FAILURES_IN_A_ROW = 5;
const PAUSE_MS = 30_000;

export interface ModelWriterOptions {
  /** How long no call is made after failures in a row. */
  pauseMs?: number;
}

/** Writes with a language model; shows of it what is checked. */
export class ModelWriter implements Writer {
  readonly #settings: LanguageModelSettings;
  readonly #stream: StreamText;
  readonly #breaker;

  constructor(settings: LanguageModelSettings, stream: StreamText, { pauseMs = PAUSE_MS }: ModelWriterOptions = {}) {
    this.#settings = settings;
    this.#stream = stream;
    this.#breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelFailure && error.reason !== 'endless'),
      { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) },
    );
  }

  async write(task: WritingTask, { signal, onSentence }: WritingOptions = {}): Promise<Written> {
    const draft = new Draft(task, onSentence);
    const done = (failed?: WritingFailure): Written => ({ model: this.#settings.model, kept: draft.kept, dropped: draft.dropped, ...(failed && { failed }) });
    // Also of who says that the question is about no patient: what leaves this server is another matter.
    if (findPatientData(task.question).length > 0) return done('patient-data');
    try {
      await this.#breaker.execute(() => this.#read(task, draft, signal));
    } catch (error) {
      signal?.throwIfAborted();
      return done(error instanceof BrokenCircuitError ? 'paused' : failureOf(error).reason);
    }
    return done(draft.kept.length === 0 ? 'nothing-left' : undefined);
  }

  /** @throws ModelFailure, or the signal's reason */
  async #read(task: WritingTask, draft: Draft, signal: AbortSignal | undefined): Promise<void> {
    try {
      const sentences = new SentenceStream();
      for await (const piece of watched((inner) => this.#stream(messagesFor(task), inner), this.#settings, signal)) {
        for (const sentence of sentences.push(piece)) draft.add(sentence);
        if (draft.isFull) return;
        if (sentences.isEndless) throw new ModelFailure('endless');
      }
      for (const sentence of sentences.end()) draft.add(sentence);
    } catch (error) {
      signal?.throwIfAborted();
      throw failureOf(error);
    }
  }
}

/** What has been read of one answer. */
class Draft {
  readonly kept: WrittenSentence[] = [];
  readonly dropped: { text: string; reason: DropReason }[] = [];
  readonly #task: WritingTask;
  readonly #onSentence: WritingOptions['onSentence'];
  #isLastKept = true;

  constructor(task: WritingTask, onSentence: WritingOptions['onSentence']) {
    this.#task = task;
    this.#onSentence = onSentence;
  }

  get isFull(): boolean {
    return this.kept.length >= MOST_SENTENCES || this.kept.length + this.dropped.length >= MOST_ATTEMPTS;
  }

  add(text: string): void {
    if (this.isFull) return;
    const { sentence, reason } = this.#check(text);
    this.#isLastKept = sentence !== undefined;
    if (!sentence) {
      this.dropped.push({ text, reason });
      return;
    }
    this.kept.push(sentence);
    this.#onSentence?.(sentence);
  }

  #check(text: string): ReturnType<typeof checkSentence> {
    const checked = checkSentence(text, this.#task);
    if (!checked.sentence) return checked;
    // It points to a sentence that nobody will see, or to none.
    if (leansOn(checked.sentence.text) && (!this.#isLastKept || this.kept.length === 0)) return { reason: 'form' };
    if (this.kept.some((other) => other.text === checked.sentence.text)) return { reason: 'repeated' };
    return findPatientData(checked.sentence.text).length > 0 ? { reason: 'patient-data' } : checked;
  }
}
