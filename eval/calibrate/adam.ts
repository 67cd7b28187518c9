import type { Random } from '../statistics/random.ts';

/** Numbers to learn, by name; a gradient has the same shape. */
export type Parameters = Record<string, Float32Array>;

export interface Schedule {
  epochs: number;
  /** Step of Adam. */
  rate: number;
  /** Examples a step. */
  batch: number;
}

/**
 * Changes `parameters` in place, so that the loss over the examples falls: each epoch in another order, a step for each batch.
 * @param addGradient adds the gradient of a batch to `gradient` @returns the summed loss of its examples
 * @param onEpoch told the mean loss of each epoch
 */
export function descend<E, P extends Parameters>(
  examples: readonly E[],
  parameters: P,
  { epochs, rate, batch }: Schedule,
  random: Random,
  addGradient: (some: readonly E[], gradient: P) => number,
  onEpoch: (epoch: number, loss: number) => void,
): void {
  const step = adam(parameters, rate);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(examples, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += batch) {
      const gradient = zerosLike(parameters);
      loss += addGradient(order.slice(at, at + batch), gradient);
      step(gradient);
    }
    onEpoch(epoch, loss / examples.length);
  }
}

/** Steps of Adam (Kingma & Ba 2015, arXiv 1412.6980) with β₁ .9 and β₂ .99; changes `parameters` in place. */
function adam<P extends Parameters>(parameters: P, rate: number): (gradient: P) => void {
  const first = zerosLike(parameters);
  const second = zerosLike(parameters);
  const [keep1, keep2] = [0.9, 0.99];
  let steps = 0;
  return (gradient) => {
    steps += 1;
    for (const name of Object.keys(parameters)) {
      const [p, g, m, v] = [parameters[name]!, gradient[name]!, first[name]!, second[name]!];
      for (let i = 0; i < p.length; i += 1) {
        m[i] = keep1 * m[i]! + (1 - keep1) * g[i]!;
        v[i] = keep2 * v[i]! + (1 - keep2) * g[i]! ** 2;
        p[i]! -= (rate * m[i]!) / (1 - keep1 ** steps) / (Math.sqrt(v[i]! / (1 - keep2 ** steps)) + 1e-8);
      }
    }
  };
}

function zerosLike<P extends Parameters>(parameters: P): P {
  return Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, new Float32Array(values.length)])) as P;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
