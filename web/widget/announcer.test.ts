import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from './announcer.ts';

beforeEach(() => {
  vi.useFakeTimers();
  const { document, Node } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('Node', Node);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says the first message at once, then the newest, a quarter of a second apart', () => {
  const announcer = new Announcer();
  const said = (): string => announcer.element.textContent;
  announcer.say('een');
  expect(said()).toBe('een');
  announcer.say('twee');
  announcer.say('drie');
  vi.advanceTimersByTime(249);
  expect(said()).toBe('een');
  vi.advanceTimersByTime(1);
  expect(said()).toBe('drie');
});

it('says the same sentence again as a change', () => {
  const announcer = new Announcer();
  announcer.say('een');
  const before = announcer.element.firstChild;
  vi.advanceTimersByTime(250);
  announcer.say('een');
  expect(announcer.element.firstChild).not.toBe(before);
  expect(announcer.element.getAttribute('role')).toBe('status');
});
