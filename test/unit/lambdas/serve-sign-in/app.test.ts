import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createSignInApp } from '../../../../lambdas/serve-sign-in/app.ts';
import {
  INSURED,
  UNKNOWN,
  signInWorld,
  wrongOf,
  type SignInWorldOptions,
} from '../../../support/sign-in-world.ts';

function site(options: SignInWorldOptions = {}) {
  const world = signInWorld(options);
  const app = createSignInApp(world.deps);
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await app.request(`/api/portal-session${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { ...world, post };
}

const begunSchema = z.looseObject({ continuation: z.string(), reference: z.string().optional() });
const continuationOf = (body: unknown): string => begunSchema.parse(body).continuation;

describe('the sign-in of the insured', () => {
  it('answers a number that nobody has exactly as one that someone has', async () => {
    const { post, work } = site();
    const known = await post('', { registrationNumber: INSURED });
    const unknown = await post('', { registrationNumber: UNKNOWN[0] });
    // What names the sign-in is made by chance.
    const plain = ({ body }: typeof known) => ({
      ...begunSchema.parse(body),
      continuation: continuationOf(body).length,
      reference: begunSchema.parse(body).reference?.length,
    });
    expect(plain(unknown)).toEqual(plain(known));
    expect([...unknown.headers]).toEqual([...known.headers]);
    await work();
    const answer = (registrationNumber: string, { body }: typeof known) =>
      post('/code', { registrationNumber, continuation: continuationOf(body), code: '999999' });
    const [wrong, never] = [await answer(INSURED, known), await answer(UNKNOWN[0], unknown)];
    expect(plain(never)).toEqual(plain(wrong));
    expect([...never.headers]).toEqual([...wrong.headers]);
    expect(wrong.body).toMatchObject({ status: 'wrong-code' });
  });

  it('keeps session and device in cookies that no page can read', async () => {
    const { post, work, texts } = site();
    const begun = await post('', { registrationNumber: INSURED });
    await work();
    const { body, headers } = await post('/code', {
      registrationNumber: INSURED,
      continuation: continuationOf(begun.body),
      code: texts[0]?.code,
    });
    expect(body).toEqual({ status: 'signed-in', expiresInSeconds: 900 });
    expect(headers.getSetCookie()).toEqual([
      `__Host-milaf-insured=${INSURED}; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Strict`,
      expect.stringMatching(
        /^__Secure-milaf-insured-device=[\w-]{43}; Max-Age=15552000; Path=\/api\/portal-session; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
  });

  it('counts by the address that CloudFront saw, and by none that the client says', async () => {
    const { post } = site({ limits: { startsPerSource: { perMinute: 2, perHour: 2, perDay: 2 } } });
    const from = (viewer: string, said: string) =>
      post('', { registrationNumber: UNKNOWN[0] }, { 'x-milaf-viewer': viewer, 'x-forwarded-for': said });
    for (const said of ['1.1.1.1', '2.2.2.2']) expect((await from('196.200.1.1', said)).status).toBe(200);
    expect(await from('196.200.1.1', '3.3.3.3')).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_FROM_HERE' },
    });
    expect((await from('196.200.1.2', '3.3.3.3')).status).toBe(200);
  });

  it('says so at once when no more codes can be sent, whoever asks', async () => {
    const none = { perMinute: 1, perHour: 1, perDay: 1 };
    const { post, work } = site({
      limits: { codesInAll: { toStrangers: none, withCin: none, toKnownDevices: none } },
    });
    await post('', { registrationNumber: INSURED });
    await work();
    const [known, unknown] = await Promise.all(
      [INSURED, UNKNOWN[0]].map((registrationNumber) => post('', { registrationNumber })),
    );
    expect(known).toMatchObject({ status: 503, body: { code: 'SIGN_IN_BUSY' } });
    expect(unknown?.body).toEqual(known?.body);
  });

  it('tells the holder of a known device from a stranger by its cookie', async () => {
    const { post, enter, begin, work, texts } = site();
    const entered = await enter(INSURED);
    for (let n = 0; n < 5; n += 1) await begin(INSURED, { viewerAddress: `10.0.0.${n}` });
    const before = texts.length;
    const device = entered.status === 'signed-in' ? entered.deviceToken : '';
    await post('', { registrationNumber: INSURED });
    await post('', { registrationNumber: INSURED }, { cookie: `__Secure-milaf-insured-device=${device}` });
    expect(await work()).toEqual(['no-room', 'sent']);
    expect(texts).toHaveLength(before + 1);
  });

  it('refuses what is no sign-in of ours before it is looked up', async () => {
    const { post } = site();
    for (const continuation of ['', 'x'.repeat(65), 'a#b', 'é'])
      expect(
        await post('/code', { registrationNumber: INSURED, continuation, code: '123456' }),
      ).toMatchObject({
        status: 400,
      });
  });

  it('ends after three wrong codes with what to do', async () => {
    const { post, work, texts } = site();
    const begun = await post('', { registrationNumber: INSURED });
    await work();
    const answer = {
      registrationNumber: INSURED,
      continuation: continuationOf(begun.body),
      code: wrongOf(texts[0]?.code),
    };
    const statuses = [await post('/code', answer), await post('/code', answer), await post('/code', answer)];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 401]);
    expect(statuses[2]?.body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });
});
