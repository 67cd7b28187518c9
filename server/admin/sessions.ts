import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** What the administrator calls himself. */
  readonly who: string;
  /** Goes with every form. */
  readonly csrf: string;
}

interface Kept extends Session {
  begun: number;
  seen: number;
}

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 3_600_000;
/** More at once means that something is wrong; the oldest ends. */
const MOST = 50;

/** Who is logged in, on the server alone: a cookie holds nothing but a random key, of which only the hash is kept. */
export class Sessions {
  readonly #sessions = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @returns the key for the cookie */
  begin(who: string): string {
    const key = randomBytes(32).toString('base64url');
    const now = this.#now();
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= MOST && oldest !== undefined) this.#sessions.delete(oldest);
    this.#sessions.set(hashOf(key), { who, csrf: randomBytes(32).toString('base64url'), begun: now, seen: now });
    return key;
  }

  find(key: string | undefined): Session | undefined {
    if (key === undefined) return undefined;
    const session = this.#sessions.get(hashOf(key));
    if (!session) return undefined;
    const now = this.#now();
    if (now - session.seen > IDLE_MS || now - session.begun > LONGEST_MS) {
      this.#sessions.delete(hashOf(key));
      return undefined;
    }
    session.seen = now;
    return session;
  }

  end(key: string | undefined): void {
    if (key !== undefined) this.#sessions.delete(hashOf(key));
  }

  /** Names of others who were seen in the last half hour. */
  others(session: Session): string[] {
    const now = this.#now();
    return [...this.#sessions.values()].filter((one) => one !== session && now - one.seen <= IDLE_MS).map(({ who }) => who);
  }
}

export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest());
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');
