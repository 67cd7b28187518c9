import request from 'supertest';
import { expect, it } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';

it('says where to report a weakness, until a day in the future', async () => {
  const { app } = createTestApp({ config: { securityContact: 'mailto:beveiliging@voorbeeld.nl' } });
  const response = await request(app).get('/.well-known/security.txt');
  expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(response.text).toMatch(/^Contact: mailto:beveiliging@voorbeeld\.nl\nExpires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/);
  expect(Date.parse(/Expires: (\S+)/.exec(response.text)![1]!)).toBeGreaterThan(Date.now());
});

it('is not there without a contact', async () => {
  expect((await request(createTestApp().app).get('/.well-known/security.txt')).status).toBe(404);
});
