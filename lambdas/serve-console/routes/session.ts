import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import {
  challengeAnswerSchema,
  signInAnswerSchema,
  signInRequestSchema,
} from '../../../contexts/staff/api/session.ts';
import type { SignInResult, StaffSignIn } from '../../../contexts/staff/ports/sign-in.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';
import {
  endSession,
  refreshTokenOf,
  setSession,
  type SessionCookies,
} from '../../runtime/api/session-cookies.ts';
import type { Context } from 'hono';

const COOKIES: SessionCookies = {
  session: '__Host-milaf-staff',
  refresh: '__Secure-milaf-staff-refresh',
  refreshPath: '/api/session',
  refreshSeconds: 10 * 3600,
};

const signInRoute = createRoute({
  method: 'post',
  path: '/api/session',
  operationId: 'signIn',
  summary: 'Signs a member of the staff in; the session is a cookie',
  request: { body: { required: true, ...json(signInRequestSchema) } },
  responses: { ...ok(signInAnswerSchema, 'Signed in, or asked for more'), ...problems },
});

const answerRoute = createRoute({
  method: 'post',
  path: '/api/session/challenge',
  operationId: 'answerChallenge',
  summary: 'Answers what a sign-in asked for: a new password, a code',
  request: { body: { required: true, ...json(challengeAnswerSchema) } },
  responses: { ...ok(signInAnswerSchema, 'Signed in, or asked for more'), ...problems },
});

const refreshRoute = createRoute({
  method: 'post',
  path: '/api/session/refresh',
  operationId: 'refreshSession',
  summary: 'Renews the session',
  responses: { ...ok(signInAnswerSchema, 'Renewed'), ...problems },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/session',
  operationId: 'signOut',
  summary: 'Ends the session here and everywhere it was renewed',
  responses: { 204: { description: 'Ended' } },
});

/** Sign-in, open to everybody: there is no session yet. */
export function sessionRoutes(signIn: StaffSignIn) {
  const app = new OpenAPIHono<ApiEnv>();
  const answer = (context: Context, result: SignInResult) => {
    if (result.status === 'refused')
      throw new ApiProblem(401, 'SIGN_IN_REFUSED', 'The user, the password or the code is wrong.');
    if (result.status === 'throttled')
      throw new ApiProblem(429, 'TOO_MANY_ATTEMPTS', 'Too many attempts. Wait some minutes.');
    if (result.status === 'password-refused')
      throw new ApiProblem(
        422,
        'PASSWORD_TOO_WEAK',
        'The new password needs at least 12 characters, with a capital, a small letter, a digit and another sign.',
      );
    if (result.status === 'challenged') return result;
    setSession(context, COOKIES, result.tokens);
    return { status: result.status, expiresInSeconds: result.tokens.expiresInSeconds };
  };
  app.openapi(signInRoute, async (context) => {
    const { userName, password } = context.req.valid('json');
    return context.json(answer(context, await signIn.signIn(userName, password)), 200);
  });
  app.openapi(answerRoute, async (context) => {
    const { userName, challenge, continuation, answer: given } = context.req.valid('json');
    const result = await signIn.respond(userName, challenge, continuation, given);
    return context.json(answer(context, result), 200);
  });
  app.openapi(refreshRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    const result: SignInResult = token === undefined ? { status: 'refused' } : await signIn.refresh(token);
    return context.json(answer(context, result), 200);
  });
  app.openapi(signOutRoute, async (context) => {
    const token = refreshTokenOf(context, COOKIES);
    if (token !== undefined) await signIn.signOut(token);
    endSession(context, COOKIES);
    return context.body(null, 204);
  });
  return app;
}
