import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { escalateClaim } from '../../../contexts/review/use-cases/escalate-claim.ts';
import { openSentDocument } from '../../../contexts/review/use-cases/open-sent-document.ts';
import { overrideFindings } from '../../../contexts/review/use-cases/override-findings.ts';
import { recordDocument } from '../../../contexts/review/use-cases/record-document.ts';
import { rejectClaim } from '../../../contexts/review/use-cases/reject-claim.ts';
import { reopenClaim } from '../../../contexts/review/use-cases/reopen-claim.ts';
import { requestDocument } from '../../../contexts/review/use-cases/request-document.ts';
import type { ReviewDependencies } from '../../../contexts/review/use-cases/review-dependencies.ts';
import { settleDispute } from '../../../contexts/review/use-cases/settle-dispute.ts';
import { splitClaim } from '../../../contexts/review/use-cases/split-claim.ts';
import { claimIdParamsSchema } from '../../../contexts/claims/api/claim-id.ts';
import {
  documentAddressSchema,
  escalateClaimSchema,
  overrideFindingsSchema,
  recordDocumentSchema,
  rejectClaimSchema,
  rejectResultSchema,
  reopenClaimSchema,
  requestDocumentSchema,
  reviewSchema,
  settleDisputeSchema,
  splitClaimSchema,
  splitResultSchema,
} from '../../../contexts/review/api/review.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { done, json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { orRefuse } from './refusal.ts';

const params = claimIdParamsSchema;

const rejectClaimRoute = createRoute({
  ...operation('rejectClaim'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/rejection',
  summary: 'Rejects a claim for a reason that no rule can see',
  request: { params, body: { required: true, ...json(rejectClaimSchema) } },
  responses: { ...ok(rejectResultSchema, 'Until when it can be taken back'), ...problems },
});

const escalateClaimRoute = createRoute({
  ...operation('escalateClaim'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/escalation',
  summary: 'Passes a claim on to supervisors',
  request: { params, body: { required: true, ...json(escalateClaimSchema) } },
  responses: { ...done, ...problems },
});

const reopenClaimRoute = createRoute({
  ...operation('reopenClaim'),
  method: 'post',
  path: '/api/console/claims/{claimId}/reopening',
  summary: 'Has people look again at a claim that is incomplete or rejected',
  request: { params, body: { required: true, ...json(reopenClaimSchema) } },
  responses: { ...done, ...problems },
});

const splitClaimRoute = createRoute({
  ...operation('splitClaim'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/split',
  summary: 'Makes a claim of its own of some pages',
  request: { params, body: { required: true, ...json(splitClaimSchema) } },
  responses: { ...ok(splitResultSchema, 'The new claim'), ...problems },
});

const requestDocumentRoute = createRoute({
  ...operation('requestDocument'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/document-request',
  summary: 'Asks the insured for a document; the clock stands still until it has come',
  request: { params, body: { required: true, ...json(requestDocumentSchema) } },
  responses: { ...done, ...problems },
});

const recordDocumentRoute = createRoute({
  ...operation('recordDocument'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/document',
  summary: 'A document that was asked for has come',
  request: { params, body: { required: true, ...json(recordDocumentSchema) } },
  responses: { ...done, ...problems },
});

const openSentDocumentRoute = createRoute({
  ...operation('openSentDocument'),
  method: 'get',
  path: '/api/console/reviews/{claimId}/sent-documents/{documentId}',
  summary: 'An address to look at a document that the insured sent',
  request: { params: params.extend({ documentId: z.uuid() }) },
  responses: { ...ok(documentAddressSchema, 'The address, good for some minutes'), ...problems },
});

const overrideFindingsRoute = createRoute({
  ...operation('overrideFindings'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/overrides',
  summary: 'Sets findings of the rules aside, with a reason',
  request: { params, body: { required: true, ...json(overrideFindingsSchema) } },
  responses: { ...ok(reviewSchema, 'The review as it is now'), ...problems },
});

const settleDisputeRoute = createRoute({
  ...operation('settleDispute'),
  method: 'post',
  path: '/api/console/reviews/{claimId}/settlement',
  summary: 'Says which value holds where two people keyed different ones',
  request: { params, body: { required: true, ...json(settleDisputeSchema) } },
  responses: { ...done, ...problems },
});

/** What a review may lead to beside a submission, and what a supervisor does. */
export function reviewOutcomeRoutes(review: ReviewDependencies) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(rejectClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    return context.json(await orRefuse(rejectClaim(claimId, request, context.get('actor'), review)), 200);
  });
  app.openapi(escalateClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(escalateClaim(claimId, context.req.valid('json'), context.get('actor'), review));
    return context.body(null, 204);
  });
  app.openapi(reopenClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(reopenClaim(claimId, context.req.valid('json'), context.get('actor'), review));
    return context.body(null, 204);
  });
  app.openapi(splitClaimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    const made = await orRefuse(splitClaim(claimId, request, context.get('actor'), review));
    return context.json(made, 200);
  });
  app.openapi(requestDocumentRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(requestDocument(claimId, context.req.valid('json'), context.get('actor'), review));
    return context.body(null, 204);
  });
  app.openapi(recordDocumentRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(recordDocument(claimId, context.req.valid('json'), context.get('actor'), review));
    return context.body(null, 204);
  });
  app.openapi(openSentDocumentRoute, async (context) => {
    const { claimId, documentId } = context.req.valid('param');
    const address = await orRefuse(openSentDocument(claimId, documentId, context.get('actor'), review));
    return context.json(address, 200);
  });
  app.openapi(overrideFindingsRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const request = context.req.valid('json');
    const now = await orRefuse(overrideFindings(claimId, request, context.get('actor'), review));
    return context.json(now, 200);
  });
  app.openapi(settleDisputeRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    await orRefuse(settleDispute(claimId, context.req.valid('json'), context.get('actor'), review));
    return context.body(null, 204);
  });
  return app;
}
