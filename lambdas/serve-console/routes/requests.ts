import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  decideRequest,
  listRequests,
  type DecideFault,
  type DecideRequestDependencies,
} from '../../../contexts/portal/use-cases/decide-request.ts';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import {
  decidedRequestSchema,
  decideRequestSchema,
  requestPageSchema,
  requestQuerySchema,
} from '../../../contexts/portal/api/requests.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const listRoute = createRoute({
  ...operation('listRequests'),
  method: 'get',
  path: '/api/console/requests',
  summary: 'Requests of the insured that wait for a decision, oldest first',
  request: { query: requestQuerySchema },
  responses: { ...ok(requestPageSchema, 'A page of requests'), ...problems },
});

const decideRoute = createRoute({
  ...operation('decideRequest'),
  method: 'post',
  path: '/api/console/requests/{requestId}/decision',
  summary: 'Accepts a request, which declares the member of the family, or refuses it',
  request: {
    params: z.object({ requestId: z.uuid() }),
    body: { required: true, ...json(decideRequestSchema) },
  },
  responses: { ...ok(decidedRequestSchema, 'Decided'), ...problems },
});

const PROBLEMS: Readonly<Record<DecideFault, readonly [404 | 409 | 422, string]>> = {
  NOT_FOUND: [404, 'There is no such request.'],
  ALREADY_DECIDED: [409, 'Somebody else has decided it, or the family has changed. Load the list again.'],
  NOT_PROVED: [422, 'No document of the request proves it, or the studies end before they begin.'],
  CIN_TAKEN: [409, 'The CIN is declared under another insured person. Refuse it, or clear it up first.'],
};

/** Requests of the insured, for supervisors. */
export function requestRoutes(dependencies: DecideRequestDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listRequests', actor, asked }, (place) =>
      listRequests(actor, place, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(decideRoute, async (context) => {
    const { requestId } = context.req.valid('param');
    const decision = context.req.valid('json');
    const result = await decideRequest(context.get('actor'), requestId, decision, dependencies);
    if ('fault' in result) {
      const [status, title] = PROBLEMS[result.fault];
      throw new ApiProblem(status, result.fault, title);
    }
    return context.json(result, 200);
  });
  return app;
}
