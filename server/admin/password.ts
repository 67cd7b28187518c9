import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of one guess: 32 MB and some tenths of a second (OWASP's figures for scrypt with less memory). */
const COST = { N: 32_768, r: 8, p: 3 };
const KEY_BYTES = 32;
/** Nobody types more; a longer one would only cost time. */
export const LONGEST_PASSWORD = 200;

/** As `ADMIN_PASSWORD_HASH` has it: `scrypt:N:r:p:salt:key`, the last two in base64url. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':');
}

/** Takes the same time for any password. A hash of another form fits none. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split(':');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined || password.length > LONGEST_PASSWORD) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function derive(password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Composed characters: the same password from another keyboard has the same bytes.
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
