import type { RequestHandler } from 'express';
import { ForbiddenError } from '../../http-errors.ts';

export interface CallerRules {
  /** Sites whose pages may call (ALLOWED_ORIGINS). */
  allowedOrigins: readonly string[];
  /** A proxy stands before the server, which answers for the host's name. */
  behindProxy: boolean;
}

const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps web pages of others out, also those whose name was made to point at this machine (DNS rebinding): a page says
 * where it is from in `Origin`, and a server that listens to its own machine alone has no other name than that. Programs
 * send no origin.
 */
export function allowedCallers({ allowedOrigins, behindProxy }: CallerRules): RequestHandler {
  return (req, _res, next) => {
    const origin = req.get('origin');
    if (origin !== undefined && !allowedOrigins.includes(origin) && !LOCAL_NAMES.has(hostnameOf(origin))) {
      throw new ForbiddenError('Deze site mag de server niet gebruiken. De beheerder kan haar toelaten met ALLOWED_ORIGINS.');
    }
    if (!behindProxy && isLoopback(req.socket.localAddress) && !LOCAL_NAMES.has(hostnameOf(`http://${req.get('host') ?? ''}`))) {
      throw new ForbiddenError('De naam in Host hoort niet bij deze computer. Staat er een proxy voor de server? Stel dan TRUST_PROXY in.');
    }
    next();
  };
}

function hostnameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(address);
}
