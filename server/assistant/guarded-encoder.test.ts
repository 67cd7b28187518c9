import { describe, expect, it } from 'vitest';
import { ModelUnavailableError } from '../errors.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { GuardedEncoder } from './guarded-encoder.ts';

class Broken extends FakeEncoder {
  readonly #fault: Error;

  constructor(fault: Error) {
    super();
    this.#fault = fault;
  }

  override encodeQuery(): never {
    throw this.#fault;
  }
}

describe('GuardedEncoder', () => {
  it('is the encoder that it holds', async () => {
    const encoder = new FakeEncoder();
    const guarded = new GuardedEncoder(encoder, () => undefined);
    expect([guarded.dimensions, guarded.modelSha256]).toEqual([encoder.dimensions, encoder.modelSha256]);
    expect(await guarded.encodeQuery('wie betaalt')).toEqual(await encoder.encodeQuery('wie betaalt'));
    expect(await guarded.encodePassage(['een', 'twee'], 'boven')).toEqual(await encoder.encodePassage(['een', 'twee'], 'boven'));
  });

  it('makes of every fault of the model one that words can take over, and tells of it', async () => {
    const faults: unknown[] = [];
    const fault = new RangeError('512 < 513');
    await expect(new GuardedEncoder(new Broken(fault), (error) => faults.push(error)).encodeQuery('x')).rejects.toBeInstanceOf(ModelUnavailableError);
    expect(faults).toEqual([fault]);
  });

  it('lets a known fault, and a client that has left, pass', async () => {
    const known = new ModelUnavailableError('weg');
    await expect(new GuardedEncoder(new Broken(known), () => expect.unreachable()).encodeQuery('x')).rejects.toBe(known);
    const left = AbortSignal.abort(new Error('weg'));
    await expect(new GuardedEncoder(new Broken(new Error('gestopt')), () => expect.unreachable()).encodeQuery('x', left)).rejects.toThrow('gestopt');
  });
});
