import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  answerCode,
  startSignIn,
  type SignInDependencies,
} from '../../../core/application/portal/sign-in.ts';
import {
  codeAnswerSchema,
  codeRequestSchema,
  codeSentSchema,
  portalSignInSchema,
} from '../../../core/contracts/api/portal.ts';
import { CODE_VALID_SECONDS } from '../../../core/domain/portal/sign-in-code.ts';
import type { CodeAnswer } from '../../../core/ports/portal.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';
import {
  endSession,
  refreshTokenOf,
  setSession,
  type SessionCookies,
} from '../../runtime/api/session-cookies.ts';

const COOKIES: SessionCookies = {
  session: '__Host-milaf-insured',
  refresh: '__Secure-milaf-insured-refresh',
  refreshPath: '/api/portal-session',
  refreshSeconds: 3600,
};

const requestCodeRoute = createRoute({
  method: 'post',
  path: '/api/portal-session',
  operationId: 'requestCode',
  summary: 'Sends a code by SMS to the phone on file; the answer is the same for every number',
  request: { body: { required: true, ...json(codeRequestSchema) } },
  responses: { ...ok(codeSentSchema, 'A code was sent if there is a phone on file'), ...problems },
});

const answerCodeRoute = createRoute({
  method: 'post',
  path: '/api/portal-session/code',
  operationId: 'answerCode',
  summary: 'Signs an insured person in with the code; the session is a cookie',
  request: { body: { required: true, ...json(codeAnswerSchema) } },
  responses: { ...ok(portalSignInSchema, 'Signed in, or the code was wrong'), ...problems },
});

const refreshRoute = createRoute({
  method: 'post',
  path: '/api/portal-session/refresh',
  operationId: 'refreshPortalSession',
  summary: 'Renews the session',
  responses: { ...ok(portalSignInSchema, 'Renewed'), ...problems },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/portal-session',
  operationId: 'signOutOfPortal',
  summary: 'Ends the session',
  responses: { 204: { description: 'Ended' } },
});

const tooMany = () =>
  new ApiProblem(429, 'TOO_MANY_ATTEMPTS', 'Too many attempts. Wait some minutes, then try again.');

/** Sign-in of the insured, open to everybody: there is no session yet. */
export function portalSessionRoutes(dependencies: SignInDependencies) {
  const app = new OpenAPIHono<ApiEnv>();
  const answer = (context: Context, result: CodeAnswer) => {
    if (result.status === 'refused')
      throw new ApiProblem(401, 'SIGN_IN_REFUSED', 'The code is wrong or too old. Ask for a new one.');
    if (result.status === 'throttled') throw tooMany();
    if (result.status === 'wrong-code') return result;
    setSession(context, COOKIES, result.tokens);
    return { status: result.status, expiresInSeconds: result.tokens.expiresInSeconds };
  };
  app.openapi(requestCodeRoute, async (context) => {
    const { registrationNumber } = context.req.valid('json');
    const started = await startSignIn(registrationNumber, dependencies);
    if (started.status === 'throttled') throw tooMany();
    return context.json(
      {
        status: 'challenged' as const,
        challenge: 'SMS_CODE' as const,
        continuation: started.continuation,
        validSeconds: CODE_VALID_SECONDS,
      },
      200,
    );
  });
  app.openapi(answerCodeRoute, async (context) => {
    const result = await answerCode(context.req.valid('json'), dependencies);
    return context.json(answer(context, result), 200);
  });
  app.openapi(refreshRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    const result: CodeAnswer =
      token === undefined ? { status: 'refused' } : await dependencies.signIn.refresh(token);
    return context.json(answer(context, result), 200);
  });
  app.openapi(signOutRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    if (token !== undefined) await dependencies.signIn.signOut(token);
    endSession(context, COOKIES);
    return context.body(null, 204);
  });
  return app;
}
