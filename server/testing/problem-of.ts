import type { Response } from 'supertest';
import { expect } from 'vitest';
import { Problem } from '../contract.ts';

/** The problem in a response, checked against the contract. */
export function problemOf(response: Response): Problem {
  expect(response.headers['content-type']).toBe('application/problem+json');
  const problem = Problem.parse(JSON.parse(response.text ?? (response.body as Buffer).toString()));
  expect(problem.status).toBe(response.status);
  return problem;
}
