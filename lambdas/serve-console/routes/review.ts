import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import { assignClaims } from '../../../contexts/review/use-cases/assign-claims.ts';
import { listQueue } from '../../../contexts/review/use-cases/list-queue.ts';
import { releaseClaim } from '../../../contexts/review/use-cases/release-claim.ts';
import { saveCorrections } from '../../../contexts/review/use-cases/save-corrections.ts';
import {
  showSurroundings,
  type ShowSurroundingsDependencies,
} from '../../../contexts/review/use-cases/show-surroundings.ts';
import { showReview } from '../../../contexts/review/use-cases/show-review.ts';
import { previewDecision } from '../../../contexts/review/use-cases/preview-decision.ts';
import { submitReview } from '../../../contexts/review/use-cases/submit-review.ts';
import { takeBack } from '../../../contexts/review/use-cases/take-back.ts';
import { takeClaim } from '../../../contexts/review/use-cases/take-claim.ts';
import {
  assignClaimsSchema,
  assignResultSchema,
  previewQuerySchema,
  previewSchema,
  queuePageSchema,
  queueQuerySchema,
  reviewSchema,
  saveCorrectionsSchema,
  submitResultSchema,
  submitReviewSchema,
  surroundingsSchema,
  takeBackSchema,
} from '../../../contexts/review/api/review.ts';
import { claimIdParamsSchema } from '../../../contexts/claims/api/claim-id.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { PageImageQueue } from '../../../contexts/pages/ports/page-images.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { done, json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { orRefuse } from './refusal.ts';

export interface ReviewRoutesDependencies {
  readonly review: ShowSurroundingsDependencies;
  readonly pageImages: PageImageQueue;
}

const params = claimIdParamsSchema;

const listQueueRoute = createRoute({
  ...operation('listQueue'),
  method: 'get',
  path: '/api/console/queue',
  summary: 'Claims that wait for a person; for a contractor those that were given to them',
  request: { query: queueQuerySchema },
  responses: { ...ok(queuePageSchema, 'A page of the queue'), ...problems },
});

const showReviewRoute = createRoute({
  ...operation('showReview'),
  method: 'get',
  path: '/api/console/reviews/{claimId}',
  summary: 'Fields, findings and history of a referred claim',
  request: { params },
  responses: { ...ok(reviewSchema, 'The review'), ...problems },
});

const takeClaimRoute = createRoute({
  ...operation('takeClaim'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/hold',
  summary: 'Takes a claim: nobody else can work on it until it is released or some time has passed',
  request: { params },
  responses: { ...ok(reviewSchema, 'The review, held'), ...problems },
});

const releaseClaimRoute = createRoute({
  ...operation('releaseClaim'),
  method: 'delete',
  path: '/api/console/reviews/{claimId}/hold',
  summary: 'Gives a claim back to the queue',
  request: { params },
  responses: { ...done, ...problems },
});

const saveCorrectionsRoute = createRoute({
  ...operation('saveCorrections'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/corrections',
  summary: 'Corrects and confirms fields, adds and removes lines',
  request: { params, body: { required: true, ...json(saveCorrectionsSchema) } },
  responses: { ...ok(reviewSchema, 'The review as it is now'), ...problems },
});

const submitReviewRoute = createRoute({
  ...operation('submitReview'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/submission',
  summary: 'The facts are settled: the rules decide the claim again, or a second person keys first',
  request: { params, body: { required: true, ...json(submitReviewSchema) } },
  responses: { ...ok(submitResultSchema, 'What happens now'), ...problems },
});

const previewDecisionRoute = createRoute({
  ...operation('previewDecision'),
  method: 'get',
  path: '/api/console/reviews/{claimId}/preview',
  summary: 'What the rules would decide now, what stops it, and the SMS that would be sent',
  request: { params, query: previewQuerySchema },
  responses: { ...ok(previewSchema, 'What becomes of it'), ...problems },
});

const showSurroundingsRoute = createRoute({
  ...operation('showSurroundings'),
  method: 'get',
  path: '/api/console/reviews/{claimId}/surroundings',
  summary: 'Rights, family, other claims and providers around a claim',
  request: { params },
  responses: { ...ok(surroundingsSchema, 'What is on file'), ...problems },
});

const takeBackRoute = createRoute({
  ...operation('takeBack'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/take-back',
  summary: 'Takes a claim back that was sent to be decided a moment ago',
  request: { params, body: { required: true, ...json(takeBackSchema) } },
  responses: { ...ok(reviewSchema, 'The review, held again'), ...problems },
});

const assignClaimsRoute = createRoute({
  ...operation('assignClaims'),
  method: 'post',
  path: '/api/console/assignments',
  summary: 'Gives claims to a contractor, or takes them back',
  request: { body: { required: true, ...json(assignClaimsSchema) } },
  responses: { ...ok(assignResultSchema, 'Which were given'), ...problems },
});

/** The daily work of a reviewer: the queue, one claim at a time. */
export function reviewRoutes({ review, pageImages }: ReviewRoutesDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listQueueRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listQueue', actor, asked }, (place) =>
      orRefuse(listQueue({ ...asked, cursor: place }, actor, review)),
    );
    return context.json(page, 200);
  });
  app.openapi(showReviewRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    return context.json(await orRefuse(showReview(claimId, context.get('actor'), review)), 200);
  });
  app.openapi(takeClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    return context.json(await orRefuse(takeClaim(claimId, context.get('actor'), review)), 200);
  });
  app.openapi(releaseClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(releaseClaim(claimId, context.get('actor'), review));
    return context.body(null, 204);
  });
  app.openapi(saveCorrectionsRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    const saved = await orRefuse(saveCorrections(claimId, request, context.get('actor'), review));
    return context.json(saved, 200);
  });
  app.openapi(submitReviewRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    const result = await orRefuse(submitReview(claimId, request, context.get('actor'), review));
    return context.json(result, 200);
  });
  app.openapi(previewDecisionRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const asked = context.req.valid('query');
    return context.json(await orRefuse(previewDecision(claimId, asked, context.get('actor'), review)), 200);
  });
  app.openapi(showSurroundingsRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    return context.json(await orRefuse(showSurroundings(claimId, context.get('actor'), review)), 200);
  });
  app.openapi(takeBackRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    return context.json(await orRefuse(takeBack(claimId, request, context.get('actor'), review)), 200);
  });
  app.openapi(assignClaimsRoute, async (context) => {
    const request = context.req.valid('json');
    const result = await orRefuse(assignClaims(request, context.get('actor'), review));
    // Images without an identity are ready when the contractor opens the first claim.
    if (request.to !== null)
      await Promise.all(
        result.assigned.map((claimId) => pageImages.renderPages({ claimId, kind: 'redacted' })),
      );
    return context.json(result, 200);
  });
  return app;
}
