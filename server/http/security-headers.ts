import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Security headers of every response. `frameAncestors` are sources of the CSP directive, keywords in single quotes.
 *
 * Left out on purpose: `upgrade-insecure-requests`, Strict-Transport-Security, Cross-Origin-Opener-Policy and
 * Origin-Agent-Cluster. The server may run over plain http on an intranet, where the first breaks the pages and the others
 * are ignored with an error in the console; with https it is the proxy that ends TLS that should set the second, since it
 * covers the whole host.
 */
export function securityHeaders(frameAncestors: readonly string[]): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': [...frameAncestors],
          'require-trusted-types-for': ["'script'"],
          // no script of ours makes markup of text, so there is no policy to allow
          'trusted-types': ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      originAgentCluster: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
      xFrameOptions: frameOptions(frameAncestors),
    }),
    // the widget and its host styles run in pages of other sites
    (req, res, next) => {
      if (/^\/(?:widget[\w.-]*\.js|nl-design-system\.css)$/.test(req.path)) res.set('Cross-Origin-Resource-Policy', 'cross-origin');
      next();
    },
  ];
}

/** X-Frame-Options knows no list of sites; browsers that read it know frame-ancestors as well. */
function frameOptions(frameAncestors: readonly string[]): { action: 'deny' | 'sameorigin' } | false {
  if (frameAncestors.length !== 1) return false;
  if (frameAncestors[0] === "'none'") return { action: 'deny' };
  return frameAncestors[0] === "'self'" ? { action: 'sameorigin' } : false;
}
