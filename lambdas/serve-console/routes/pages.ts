import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { showPages, type ShowPagesDependencies } from '../../../contexts/pages/use-cases/show-pages.ts';
import { claimIdParamsSchema } from '../../../contexts/claims/api/claim-id.ts';
import { claimPagesSchema } from '../../../contexts/review/api/review.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { ok, operation, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const showPagesRoute = createRoute({
  ...operation('showPages'),
  method: 'get',
  path: '/api/console/claims/{claimId}/pages',
  summary: 'Images of the pages of a claim; for a contractor without what tells who it is about',
  request: { params: claimIdParamsSchema },
  responses: { ...ok(claimPagesSchema, 'Pages with the addresses of their images'), ...problems },
});

/** The scan beside the fields. */
export function pagesRoutes(dependencies: ShowPagesDependencies) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(showPagesRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const pages = await showPages(claimId, context.get('actor'), dependencies);
    if (pages === undefined)
      throw new ApiProblem(404, 'CLAIM_NOT_FOUND', 'There is no such claim, or it was not given to you.');
    return context.json(pages, 200);
  });
  return app;
}
