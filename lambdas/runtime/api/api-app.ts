import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Actor } from '../../../contexts/shared/access/actor.ts';
import { parseUnambiguousJson } from '../../../contexts/shared/unambiguous-json.ts';
import { describeError, logError } from '../log.ts';
import type { ApiBindings } from './identity.ts';
import { ApiProblem, type Problem } from './problem.ts';

export interface ApiEnv<A extends Actor = Actor> {
  Bindings: ApiBindings;
  Variables: { actor: A };
}

/** Many times the largest that pages send: a review of a hundred lines. */
const MOST_BODY_BYTES = 512 * 1024;
/** A client mends what it is told first; a request of millions of faults would get an answer that is as long. */
const MOST_FAULTS = 50;
const MOST_FAULT_CHARACTERS = 300;

const answer = (problem: Problem): Response =>
  Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });

/** What is checked, logged and done is one thing. */
function demandUnambiguous(body: string): void {
  try {
    if (body !== '') parseUnambiguousJson(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiProblem(400, 'REQUEST_INVALID', 'The request is not JSON, or gives a name twice.');
  }
}

/**
 * An API that answers every fault as a problem document, keeps nothing in caches, and logs no more than an error's name and
 * place.
 */
export function createApiApp<A extends Actor>(): OpenAPIHono<ApiEnv<A>> {
  const app = new OpenAPIHono<ApiEnv<A>>({
    defaultHook: (result) =>
      result.success
        ? undefined
        : answer({
            code: 'REQUEST_INVALID',
            title: 'The request does not follow the contract of the API.',
            status: 400,
            faults: result.error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({
              path: path.join('.').slice(0, MOST_FAULT_CHARACTERS),
              message: message.slice(0, MOST_FAULT_CHARACTERS),
            })),
          }),
  });
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: () =>
        answer({ code: 'REQUEST_INVALID', title: 'The request is larger than any can be.', status: 400 }),
    }),
  );
  app.use(async (context, next) => {
    if (context.req.header('content-type')?.includes('json') === true)
      demandUnambiguous(await context.req.text());
    await next();
  });
  app.notFound(() => answer({ code: 'NOT_FOUND', title: 'There is nothing at this address.', status: 404 }));
  app.onError((error) => {
    if (error instanceof ApiProblem)
      return answer({ code: error.code, title: error.message, status: error.status, faults: error.faults });
    if (error instanceof HTTPException)
      return answer({ code: 'REQUEST_INVALID', title: 'The request cannot be read.', status: error.status });
    logError('REQUEST_FAILED', describeError(error));
    return answer({
      code: 'INTERNAL',
      title: 'The request could not be processed. Try again in a moment.',
      status: 500,
    });
  });
  return app;
}
