import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  findByCin,
  searchClaims,
  type SearchDependencies,
} from '../../../contexts/follow-up/use-cases/search-claims.ts';
import {
  findByNumber,
  type FindByNumberDependencies,
} from '../../../contexts/follow-up/use-cases/find-by-number.ts';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import { showClaim, type ShowClaimDependencies } from '../../../contexts/follow-up/use-cases/show-claim.ts';
import {
  claimsFoundSchema,
  claimViewSchema,
  findByCinSchema,
  findByNumberSchema,
  foundByNumberSchema,
  searchClaimsSchema,
} from '../../../contexts/follow-up/api/follow-up.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const searchClaimsRoute = createRoute({
  ...operation('searchClaims'),
  method: 'post',
  path: '/api/console/claims/search',
  summary: 'Claims by id, receipt, insured number, or day with state and channel; on record',
  request: { body: { required: true, ...json(searchClaimsSchema) } },
  responses: { ...ok(claimsFoundSchema, 'What was found'), ...problems },
});

const findByCinRoute = createRoute({
  ...operation('findByCin'),
  method: 'post',
  path: '/api/console/claims/find-by-cin',
  summary: 'Claims of the insured person with exactly this CIN; on record by itself',
  request: { body: { required: true, ...json(findByCinSchema) } },
  responses: { ...ok(claimsFoundSchema, 'What was found'), ...problems },
});

const findByNumberRoute = createRoute({
  ...operation('findByNumber'),
  method: 'post',
  path: '/api/console/claims/find-by-number',
  summary: 'What a number is of that someone gives, whichever kind it may be by its form; on record',
  request: { body: { required: true, ...json(findByNumberSchema) } },
  responses: { ...ok(foundByNumberSchema, 'What was found'), ...problems },
});

const showClaimRoute = createRoute({
  ...operation('showClaim'),
  method: 'get',
  path: '/api/console/claims/{claimId}',
  summary: 'One claim: how each amount came about, and what happened from the scan to the money; on record',
  request: { params: z.object({ claimId: z.string().max(40) }) },
  responses: { ...ok(claimViewSchema, 'The claim'), ...problems },
});

export type FollowUpDependencies = SearchDependencies & FindByNumberDependencies & ShowClaimDependencies;

/** Finding claims and following one. Numbers of people come in bodies, so that no address holds one. */
export function followUpRoutes(dependencies: FollowUpDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(searchClaimsRoute, async (context) => {
    const actor = context.get('actor');
    const query = context.req.valid('json');
    const page = await paged(cursors, { operation: 'searchClaims', actor, asked: query }, (place) =>
      searchClaims(actor.userId, 'cursor' in query ? { ...query, cursor: place } : query, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(findByCinRoute, async (context) => {
    const actor = context.get('actor');
    const query = context.req.valid('json');
    const page = await paged(cursors, { operation: 'findByCin', actor, asked: query }, (place) =>
      findByCin(actor.userId, { ...query, cursor: place }, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(findByNumberRoute, async (context) => {
    const { number } = context.req.valid('json');
    return context.json(await findByNumber(context.get('actor').userId, number, dependencies), 200);
  });
  app.openapi(showClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const view = await showClaim(context.get('actor'), claimId, dependencies);
    if (view === undefined) throw new ApiProblem(404, 'CLAIM_UNKNOWN', 'There is no such claim.');
    return context.json(view, 200);
  });
  return app;
}
