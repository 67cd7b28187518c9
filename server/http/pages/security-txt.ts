/** Days that the contact may be relied on; it is said anew with every request. */
const VALID_DAYS = 180;

/** `/.well-known/security.txt` (RFC 9116): where to report a weakness of this server. */
export function securityTxt(contact: string, origin: string, now: Date): string {
  const expires = new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\nCanonical: ${origin}/.well-known/security.txt\n`;
}
