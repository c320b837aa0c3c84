import { describe, expect, it } from 'vitest';
import { createSignInApp } from '../../../../lambdas/serve-sign-in/app.ts';
import { signInWorld, UNKNOWN } from '../../../support/sign-in-world.ts';

const world = signInWorld();
const app = createSignInApp(world.deps);
const post = async (body: string) => {
  const before = process.cpuUsage();
  const response = await app.request('/api/portal-session', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  const text = await response.text();
  const { user, system } = process.cpuUsage(before);
  return { status: response.status, text, seconds: (user + system) / 1e6 };
};
const unknownKeys = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"key-${index}":1`).join(',')}}`;

describe('a request that anyone may send', () => {
  it.each([
    ['a hundred thousand fields that nobody asked for', unknownKeys(450_000)],
    ['a text of megabytes', `{"registrationNumber":"${'1'.repeat(5_000_000)}"}`],
    ['millions of brackets', `{"registrationNumber":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`],
  ])('is refused in time and few words where it has %s', async (_, body) => {
    const { status, text, seconds } = await post(body);
    expect(status).toBe(400);
    expect(text).toContain('larger than any');
    expect(text.length).toBeLessThan(500);
    expect(seconds).toBeLessThan(1);
  });

  it('is told a few of its faults, however many it has', async () => {
    const { status, text } = await post(unknownKeys(20_000));
    expect(status).toBe(400);
    expect(text).toContain('REQUEST_INVALID');
    expect(text.length).toBeLessThan(2_000);
  });

  it.each([
    ['a name twice', `{"registrationNumber":"${UNKNOWN[0]}","registrationNumber":"104725831"}`],
    [
      'a name twice, once in escapes',
      `{"registrationNumber":"${UNKNOWN[0]}","\\u0072egistrationNumber":"1"}`,
    ],
    ['the prototype of objects', `{"__proto__":{"registrationNumber":"${UNKNOWN[0]}"}}`],
    ['half a character', `{"registrationNumber":"${UNKNOWN[0]}","x":"\\ud800"}`],
    ['a number in place of a text', `{"registrationNumber":${UNKNOWN[0]}}`],
    ['a number beyond all numbers', '{"registrationNumber":1e999}'],
    ['a list in place of an object', `[{"registrationNumber":"${UNKNOWN[0]}"}]`],
    ['digits of another script', '{"registrationNumber":"١٠٤٧٢٥٨٣١"}'],
    ['nothing', ''],
    ['half a body', '{"registrationNumber":'],
  ])('is refused where it has %s', async (_, body) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(text).toContain('REQUEST_INVALID');
  });

  it('is answered where it is sound', async () => {
    expect((await post(JSON.stringify({ registrationNumber: UNKNOWN[0] }))).status).toBe(200);
  });
});
