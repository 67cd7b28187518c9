import { describe, expect, it } from 'vitest';
import { LoginGuard } from './login-guard.ts';
import { Sessions } from './sessions.ts';

const MINUTE = 60_000;

describe('sessions', () => {
  it('end half an hour after the last page, and after a working day in any case', () => {
    let now = 0;
    const sessions = new Sessions(() => now);
    const key = sessions.begin('Anna');
    now = 29 * MINUTE;
    expect(sessions.find(key)?.who).toBe('Anna');
    now += 31 * MINUTE;
    expect(sessions.find(key)).toBeUndefined();
    const other = sessions.begin('Bert');
    const begun = now;
    while (now - begun <= 8 * 60 * MINUTE) {
      expect(sessions.find(other)).toBeDefined();
      now += 20 * MINUTE;
    }
    expect(sessions.find(other)).toBeUndefined();
  });

  it('have keys and proofs of their own, and no end to what is guessed', () => {
    const sessions = new Sessions();
    const keys = [sessions.begin('Anna'), sessions.begin('Anna')];
    const proofs = keys.map((key) => sessions.find(key)?.csrf);
    expect(new Set([...keys, ...proofs]).size).toBe(4);
    for (const guess of [undefined, '', keys[0]!.slice(1), 'constructor', '__proto__']) expect(sessions.find(guess)).toBeUndefined();
  });

  it('do not grow without end', () => {
    const sessions = new Sessions();
    const first = sessions.begin('Anna');
    for (let at = 0; at < 50; at += 1) sessions.begin('Bert');
    expect(sessions.find(first)).toBeUndefined();
    expect(sessions.others(sessions.find(sessions.begin('Cor'))!)).toHaveLength(49);
  });
});

describe('guessing', () => {
  it('locks an address for a quarter of an hour, and leaves others alone', () => {
    let now = 0;
    const guard = new LoginGuard(() => now);
    for (let at = 0; at < 5; at += 1) guard.tried('a');
    expect(guard.waitSeconds('a')).toBe(15 * 60);
    expect(guard.waitSeconds('b')).toBe(0);
    now = 15 * MINUTE;
    expect(guard.waitSeconds('a')).toBe(0);
  });

  it('from many addresses locks all; a right password counts for nothing', () => {
    const guard = new LoginGuard(() => 0);
    for (let at = 0; at < 100; at += 1) {
      guard.tried('goed');
      guard.succeeded('goed');
    }
    expect(guard.waitSeconds('nieuw')).toBe(0);
    for (let at = 0; at < 50; at += 1) guard.tried(`adres-${at}`);
    expect(guard.waitSeconds('nieuw')).toBeGreaterThan(0);
  });
});
