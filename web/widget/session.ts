const key = 'bekostigingswijzer:sessie';

/**
 * A random name for this tab, so that one colleague in a hospital does not use up the questions of all others behind the
 * same address. It says nothing about the user and disappears with the tab.
 */
export function sessionName(): string {
  try {
    const known = sessionStorage.getItem(key);
    if (known !== null && /^[\w-]{8,64}$/.test(known)) return known;
    const made = randomName();
    sessionStorage.setItem(key, made);
    return made;
  } catch {
    return (withoutStorage ??= randomName());
  }
}

let withoutStorage: string | undefined;

/** 16 hexadecimal digits. Unlike `crypto.randomUUID` this also works on plain http, as on an intranet. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
