import { fork, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../../server/errors.ts';
import type { KnownWords } from '../canonical/lexicon.ts';
import { LIMITS } from '../readers/limits.ts';
import { ENDED_BY } from './guard.ts';
import type { Reply, Request, TaskName, Tasks } from './messages.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const PROJECT = dirname(dirname(dirname(CHILD)));

/** By the clock a task may take so many times its processor time: the machine does other things too. */
const CLOCK_SLACK = 10;

export interface SandboxLimits {
  /** Processor time for one task, milliseconds. */
  taskMs?: number;
  /** JavaScript heap of the child process, MB. */
  heapMb?: number;
  /** Real memory of the child process, MB. */
  memoryMb?: number;
}

/**
 * A child process in which documents are read and their text is made, with limits on real memory and time, since files from
 * elsewhere can be made to hang or swamp whatever works on them. One child serves for many documents; after one that breaks a
 * limit the next gets a new child. One task at a time.
 */
export class Sandbox {
  readonly #limits: Required<SandboxLimits>;
  #child: ChildProcess | undefined;
  #words: KnownWords | undefined;

  constructor({ taskMs = LIMITS.taskMs, heapMb = LIMITS.heapMb, memoryMb = LIMITS.memoryMb }: SandboxLimits = {}) {
    this.#limits = { taskMs, heapMb, memoryMb };
  }

  /** Of the child, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What counts as a word in the texts made from now on. */
  know(words: KnownWords): void {
    this.#words = words;
    this.#child?.send({ task: 'words', ask: words } satisfies Request);
  }

  /** @throws DocumentError that names the file: it is refused, or takes more time or memory than it may */
  async run<Name extends TaskName>(task: Name, ask: Tasks[Name]['ask']): Promise<Tasks[Name]['answer']> {
    const { taskMs, memoryMb, heapMb } = this.#limits;
    const child = this.#child ?? this.#start();
    return new Promise((resolve, reject) => {
      const tooLong = (): void => broken(`het lezen duurde langer dan ${Math.round(taskMs / 1000)} seconden en is gestopt.`);
      // For what waits without working; its start counts too.
      const timer = setTimeout(tooLong, taskMs * CLOCK_SLACK);
      const onMessage = (reply: Reply): void => {
        release();
        // What one document left behind is not counted against the next.
        if (reply.memoryMb > memoryMb / 2) this.close();
        if ('answer' in reply) resolve(reply.answer as Tasks[Name]['answer']);
        else reject(new DocumentError('message' in reply ? reply.message : advised('het bestand is beschadigd en kan niet worden gelezen.')));
      };
      const onExit = (_code: number | null, signal: string | null): void => signal === ENDED_BY.time ? tooLong() : broken(`het lezen kostte te veel geheugen (meer dan ${Math.min(heapMb, memoryMb)} MB) of brak af.`);
      const onError = (): void => broken('het lezen kon niet worden gestart.');
      const release = (): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
      };
      const advised = (why: string): string => `${ask.file}: ${why} Bewaar het document opnieuw, of splits het, en probeer het nog eens.`;
      const broken = (why: string): void => {
        release();
        this.close();
        reject(new DocumentError(advised(why)));
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      child.send({ task, ask }, (error) => {
        if (error) onError();
      });
    });
  }

  /** Ends the child; the next task starts another. */
  close(): void {
    this.#child?.on('error', () => undefined).kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const { heapMb, memoryMb, taskMs } = this.#limits;
    const child = fork(CHILD, [String(memoryMb), String(taskMs)], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`, '--max-semi-space-size=8'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // No secrets of the surrounding process for a parser of foreign files.
      env: { PATH: process.env['PATH'] ?? '' },
    });
    this.#child = child;
    if (this.#words) child.send({ task: 'words', ask: this.#words } satisfies Request);
    return child;
  }
}
