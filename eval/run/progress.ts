import { SingleBar } from 'cli-progress';

/** Where a run tells how far it is. */
export interface Progress {
  stage(title: string, total: number): void;
  step(done: number): void;
  stop(): void;
}

export const silent: Progress = { stage: () => undefined, step: () => undefined, stop: () => undefined };

/** One bar on standard error, the stage's name in front. Without a terminal one line per stage. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) {
    return { ...silent, stage: (title, total) => void stream.write(`${title} (${total})\n`) };
  }
  let bar: SingleBar | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stage(title, total) {
      stop();
      bar = new SingleBar({ format: `${title.padEnd(34)} {bar} {value}/{total}`, hideCursor: true, stream });
      bar.start(total, 0);
    },
    step: (done) => bar?.update(done),
    stop,
  };
}
