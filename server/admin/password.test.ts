import { describe, expect, it } from 'vitest';
import { readConfig } from '../runtime/config.ts';
import { hashPassword, isPassword } from './password.ts';

const CHEAP = { N: 1024, r: 8, p: 1 };

describe('the password of administrators', () => {
  it('is known again, in any spelling of its characters, and no other is', async () => {
    const hash = await hashPassword('één goed wachtwoord', CHEAP);
    expect(await isPassword('één goed wachtwoord', hash)).toBe(true);
    expect(await isPassword('één goed wachtwoord'.normalize('NFD'), hash)).toBe(true);
    for (const wrong of ['', 'een goed wachtwoord', 'één goed wachtwoord ', 'x'.repeat(10_000)]) expect(await isPassword(wrong, hash)).toBe(false);
  });

  it('has another hash each time, in the form that the configuration takes', async () => {
    const [one, two] = await Promise.all([hashPassword('hetzelfde', CHEAP), hashPassword('hetzelfde', CHEAP)]);
    expect(one).not.toBe(two);
    expect(readConfig({ ADMIN_PASSWORD_HASH: one }).admin?.passwordHash).toBe(one);
  });

  it('is never repeated in a complaint about the configuration', () => {
    expect(() => readConfig({ ADMIN_PASSWORD_HASH: 'geheim-in-klare-taal' })).toThrow(/^(?!.*geheim-in)[^]*ADMIN_PASSWORD_HASH[^]*npm run admin -- hash/);
  });
});
