import { SingleBar } from 'cli-progress';

/** Tells how far a long job is: a bar on a terminal, plain lines in a log. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A log gets a line at each of this many parts of the work. */
const LINES = 5;

/** @param label what is counted, for instance "Passages" */
export function createProgress(label: string, output: NodeJS.WriteStream = process.stderr): Progress {
  return output.isTTY ? bar(label, output) : lines(label, output);
}

function bar(label: string, stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {value} van {total} · nog {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: false,
    stream,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) single.start(total, done);
      started = true;
      single.update(done);
    },
    stop() {
      if (started) single.stop();
    },
  };
}

function lines(label: string, output: NodeJS.WritableStream): Progress {
  const start = Date.now();
  let written = 0;
  return {
    update(done, total) {
      const part = Math.floor((done / total) * LINES);
      if (part <= written) return;
      written = part;
      const left = Math.round(((Date.now() - start) / done) * (total - done) / 1000);
      output.write(`${label}: ${done} van ${total}${done < total ? `, nog ongeveer ${left} s` : ''}\n`);
    },
    stop() {
      // Nothing is left open.
    },
  };
}
