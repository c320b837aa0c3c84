import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  type SendDocumentsDependencies,
  type SendFault,
  sendMyDocuments,
} from '../../../contexts/portal/use-cases/send-documents.ts';
import { sendMyDocumentsSchema, sentDocumentsSchema } from '../../../contexts/portal/api/portal.ts';
import type { Insured } from '../../../contexts/shared/access/actor.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const sendRoute = createRoute({
  ...operation('sendMyDocuments'),
  method: 'post',
  path: '/api/portal/claims/{claimId}/documents',
  summary: 'Sends documents that one of my claims waits for; they were uploaded before',
  request: {
    params: z.object({ claimId: z.string().max(40) }),
    body: { required: true, ...json(sendMyDocumentsSchema) },
  },
  responses: { ...ok(sentDocumentsSchema, 'Sent; what has come of what was waited for'), ...problems },
});

const PROBLEMS: Readonly<Record<SendFault, readonly [404 | 409 | 422, string]>> = {
  NOT_FOUND: [404, 'You have no claim of this number.'],
  NOT_AWAITED: [409, 'This claim waits for no document (any more).'],
  DOCUMENT_NOT_WANTED: [422, 'This claim waits for other documents.'],
  TOO_MANY_DOCUMENTS: [409, 'Ten documents were sent for this claim. Bring what is missing to your agency.'],
  DOCUMENT_MISSING: [409, 'A document was not uploaded. Upload it again, then send it.'],
  SENT_AT_ONCE: [409, 'Documents of this claim are being sent elsewhere at this moment. Try again.'],
};

/** Documents that claims wait for. */
export function documentRoutes(dependencies: SendDocumentsDependencies) {
  const app = new OpenAPIHono<ApiEnv<Insured>>();
  app.openapi(sendRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const { registrationNumber } = context.get('actor');
    const result = await sendMyDocuments(
      registrationNumber,
      claimId,
      context.req.valid('json'),
      dependencies,
    );
    if ('fault' in result) {
      const [status, title] = PROBLEMS[result.fault];
      throw new ApiProblem(status, result.fault, title);
    }
    return context.json(result, 200);
  });
  return app;
}
