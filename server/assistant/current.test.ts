import { describe, expect, it, vi } from 'vitest';
import { Current } from './current.ts';

const closable = (name: string) => ({ name, close: vi.fn(() => Promise.resolve()) });

/** Work that goes on until told. */
function manual(): { work: () => Promise<void>; finish: () => void } {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { work: () => done, finish };
}

describe('Current', () => {
  it('closes what was replaced when the last request lets go of it, not before', async () => {
    const [old, next] = [closable('old'), closable('next')];
    const current = new Current(old);
    const [one, other] = [manual(), manual()];
    const running = [current.use(one.work), current.use(other.work)];
    await current.replace(next);
    expect(current.value).toBe(next);
    one.finish();
    await running[0];
    expect(old.close).not.toHaveBeenCalled();
    other.finish();
    await running[1];
    expect(old.close).toHaveBeenCalledTimes(1);
    expect(next.close).not.toHaveBeenCalled();
  });

  it('gives a request one from start to end', async () => {
    const current = new Current(closable('old'));
    const seen = await current.use(async (before) => {
      await current.replace(closable('next'));
      return [before.name, current.value.name];
    });
    expect(seen).toEqual(['old', 'next']);
    expect(await current.use(({ name }) => Promise.resolve(name))).toBe('next');
  });

  it('lets go of it when the work fails', async () => {
    const only = closable('only');
    const current = new Current(only);
    await expect(current.use(() => Promise.reject(new Error('mislukt')))).rejects.toThrow('mislukt');
    expect(only.close).not.toHaveBeenCalled();
    await current.close();
    expect(only.close).toHaveBeenCalledTimes(1);
  });
});
