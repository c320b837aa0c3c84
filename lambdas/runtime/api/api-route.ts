import type { MiddlewareHandler } from 'hono';
import type * as z from 'zod';
import { rolesGranting, type Operation } from '../../../contexts/shared/access/access.ts';
import type { ApiEnv } from './api-app.ts';
import { rolesOf } from './identity.ts';
import { ApiProblem, problemSchema } from './problem.ts';

/**
 * Refuses whoever has no role for the operation, before anything else of the request is looked at; and lets the others act in the
 * roles that grant it alone, so that roles never add up to more than each of them.
 */
function allow(operation: Operation): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const actor = context.get('actor');
    if (rolesGranting(operation, rolesOf(actor)).length === 0)
      throw new ApiProblem(403, 'NOT_ALLOWED', 'Your role may not do this.');
    if (actor.kind === 'staff')
      context.set('actor', { ...actor, roles: rolesGranting(operation, actor.roles) });
    await next();
  };
}

/**
 * Name and guard of a route, to be spread into its definition: whoever may use it stands in the table of access, under the
 * same name.
 */
export const operation = <const Id extends Operation>(operationId: Id) => ({
  operationId,
  middleware: allow(operationId),
});

/** A body of JSON, for requests and answers. */
export const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
});

/** The answer of a route that went well. */
export const ok = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, ...json(schema) },
});

/** The answer of a route that went well and has nothing to say. */
export const done = { 204: { description: 'Done' } };

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Answers that any guarded route may give. */
export const problems = {
  400: problem('The request does not follow the contract.'),
  401: problem('There is no valid session.'),
  403: problem('The role, or the person, may not do this.'),
  404: problem('There is no such thing, or not for this person.'),
  409: problem('Someone else was quicker, or the state does not allow it (any more).'),
  422: problem('The request can be read, and is wrong about the facts.'),
};
