import type { IRouter, RequestHandler } from 'express';
import { MethodNotAllowedError } from './http-errors.ts';

export interface Methods {
  get?: RequestHandler[];
  post?: RequestHandler[];
}

/**
 * Adds a path with its methods. The pattern is what logs and metrics know of the address; every other method gets 405
 * with `Allow`; OPTIONS says what there is (CORS headers, where due, are set before).
 */
export function addEndpoint(router: IRouter, pattern: string, methods: Methods): void {
  const allow = [...(methods.get ? ['GET', 'HEAD'] : []), ...(methods.post ? ['POST'] : []), 'OPTIONS'];
  const at = router.route(pattern);
  at.all((_req, res, next) => {
    res.locals['route'] = pattern;
    next();
  });
  if (methods.get) at.get(...methods.get);
  if (methods.post) at.post(...methods.post);
  at.options((_req, res) => {
    res.set('Allow', allow.join(', ')).status(204).end();
  });
  at.all(() => {
    throw new MethodNotAllowedError(allow);
  });
}
