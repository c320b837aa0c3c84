import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { DEVICE_KNOWN_DAYS } from '../../contexts/portal/use-cases/known-device.ts';
import { answerCode, startSignIn, type SignInDependencies } from '../../contexts/portal/use-cases/sign-in.ts';
import type { Insured } from '../../contexts/shared/access/actor.ts';
import {
  codeAnswerSchema,
  codeRequestSchema,
  codeSentSchema,
  portalSignInSchema,
} from '../../contexts/portal/api/portal.ts';
import { FLOW_SECONDS } from '../../contexts/portal/domain/sign-in-flow.ts';
import { createApiApp, type ApiEnv } from '../runtime/api/api-app.ts';
import { json, ok, problems } from '../runtime/api/api-route.ts';
import { ApiProblem } from '../runtime/api/problem.ts';
import {
  endSession,
  refreshTokenOf,
  setSession,
  type SessionCookies,
} from '../runtime/api/session-cookies.ts';
import { count } from '../runtime/metrics.ts';

const PATH = '/api/portal-session';

const COOKIES: SessionCookies = {
  session: '__Host-milaf-insured',
  refresh: '__Secure-milaf-insured-refresh',
  refreshPath: PATH,
  refreshSeconds: 3600,
};

/** Tells a browser in which people signed in before from all others. It opens nothing. */
const DEVICE_COOKIE = '__Secure-milaf-insured-device';
const DAY_SECONDS = 86_400;

/** Written by CloudFront (lib/web/viewer-request.js) over whatever a client sends under this name. */
const VIEWER_HEADER = 'x-milaf-viewer';

const requestCodeRoute = createRoute({
  method: 'post',
  path: PATH,
  operationId: 'requestCode',
  summary: 'Sends a code by SMS to the phone on file; the answer is the same for every number',
  request: { body: { required: true, ...json(codeRequestSchema) } },
  responses: { ...ok(codeSentSchema, 'A code is sent if there is a phone on file'), ...problems },
});

const answerCodeRoute = createRoute({
  method: 'post',
  path: `${PATH}/code`,
  operationId: 'answerCode',
  summary: 'Signs an insured person in with the code; the session is a cookie',
  request: { body: { required: true, ...json(codeAnswerSchema) } },
  responses: { ...ok(portalSignInSchema, 'Signed in, or the code was wrong'), ...problems },
});

const refreshRoute = createRoute({
  method: 'post',
  path: `${PATH}/refresh`,
  operationId: 'refreshPortalSession',
  summary: 'Renews the session',
  responses: { ...ok(portalSignInSchema, 'Renewed'), ...problems },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: PATH,
  operationId: 'signOutOfPortal',
  summary: 'Ends the session',
  responses: { 204: { description: 'Ended' } },
});

const refused = () =>
  new ApiProblem(401, 'SIGN_IN_REFUSED', 'The code is wrong or too old. Ask for a new one.');
const tooMany = () =>
  new ApiProblem(429, 'TOO_MANY_ATTEMPTS', 'Too many attempts. Wait some minutes, then try again.');
const tooManyHere = () =>
  new ApiProblem(
    429,
    'TOO_MANY_FROM_HERE',
    'Too many sign-ins from this connection. Use another one, or try again in an hour.',
  );
const busy = () =>
  new ApiProblem(503, 'SIGN_IN_BUSY', 'No codes can be sent at this moment. Try again in some minutes.');

function keepDevice(context: Context, token: string): void {
  setCookie(context, DEVICE_COOKIE, token, {
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    path: PATH,
    maxAge: DEVICE_KNOWN_DAYS * DAY_SECONDS,
  });
}

/** The sign-in of the insured, open to everybody: there is no session yet. */
export function createSignInApp(dependencies: SignInDependencies): OpenAPIHono<ApiEnv<Insured>> {
  const app = createApiApp<Insured>();
  app.openapi(requestCodeRoute, async (context) => {
    const { registrationNumber, cin } = context.req.valid('json');
    const started = await startSignIn(
      {
        registrationNumber,
        cin,
        deviceToken: getCookie(context, DEVICE_COOKIE),
        viewerAddress: context.req.header(VIEWER_HEADER),
      },
      dependencies,
    );
    if (started.status === 'throttled') {
      count('SignInsThrottled');
      throw tooManyHere();
    }
    if (started.status === 'busy') {
      count('SignInsTurnedAway');
      throw busy();
    }
    return context.json(
      {
        status: 'challenged' as const,
        challenge: 'SMS_CODE' as const,
        continuation: started.continuation,
        reference: started.reference,
        validSeconds: FLOW_SECONDS,
      },
      200,
    );
  });
  app.openapi(answerCodeRoute, async (context) => {
    const given = context.req.valid('json');
    const result = await answerCode(
      { ...given, deviceToken: getCookie(context, DEVICE_COOKIE) },
      dependencies,
    );
    if (result.status === 'refused') throw refused();
    if (result.status === 'throttled') throw tooMany();
    if (result.status === 'wrong-code') return context.json(result, 200);
    setSession(context, COOKIES, result.tokens);
    keepDevice(context, result.deviceToken);
    return context.json({ status: result.status, expiresInSeconds: result.tokens.expiresInSeconds }, 200);
  });
  app.openapi(refreshRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    if (token === undefined) throw refused();
    const result = await dependencies.sessions.refresh(token);
    if (result.status === 'refused') throw refused();
    if (result.status === 'throttled') throw tooMany();
    setSession(context, COOKIES, result.tokens);
    return context.json({ status: result.status, expiresInSeconds: result.tokens.expiresInSeconds }, 200);
  });
  app.openapi(signOutRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    if (token !== undefined) await dependencies.sessions.signOut(token);
    endSession(context, COOKIES);
    return context.body(null, 204);
  });
  return app;
}
