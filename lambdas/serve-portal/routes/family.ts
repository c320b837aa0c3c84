import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import {
  createMyUpload,
  declareDependant,
  type DeclareDependantDependencies,
} from '../../../contexts/portal/use-cases/declare-dependant.ts';
import type { Insured } from '../../../contexts/shared/access/actor.ts';
import {
  createMyUploadSchema,
  declareDependantSchema,
  myRequestSchema,
  myUploadSchema,
} from '../../../contexts/portal/api/portal.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const uploadRoute = createRoute({
  ...operation('createMyUpload'),
  method: 'post',
  path: '/api/portal/uploads',
  summary: 'A form to upload one document with, before a request names it',
  request: { body: { required: true, ...json(createMyUploadSchema) } },
  responses: { ...ok(myUploadSchema, 'The form'), ...problems },
});

const declareRoute = createRoute({
  ...operation('declareDependant'),
  method: 'post',
  path: '/api/portal/family/requests',
  summary: 'Asks for a member of the family to be declared',
  request: { body: { required: true, ...json(declareDependantSchema) } },
  responses: { ...ok(myRequestSchema, 'Asked for; somebody decides'), ...problems },
});

const TITLES = {
  DOCUMENT_MISSING: 'A document was not uploaded. Upload it again, then send the request.',
  TOO_MANY_REQUESTS: 'Too many requests are waiting for a decision. Wait until some are decided.',
} as const;

export interface FamilyRoutesDependencies extends DeclareDependantDependencies {
  readonly maxFileBytes: number;
}

export function familyRoutes(dependencies: FamilyRoutesDependencies) {
  const app = new OpenAPIHono<ApiEnv<Insured>>();
  app.openapi(uploadRoute, async (context) => {
    const { contentType } = context.req.valid('json');
    const form = await createMyUpload(context.get('actor').registrationNumber, contentType, dependencies);
    return context.json({ ...form, fields: { ...form.fields }, maxBytes: dependencies.maxFileBytes }, 200);
  });
  app.openapi(declareRoute, async (context) => {
    const declared = context.req.valid('json');
    const result = await declareDependant(context.get('actor').registrationNumber, declared, dependencies);
    if ('fault' in result) throw new ApiProblem(409, result.fault, TITLES[result.fault]);
    return context.json(result.request, 200);
  });
  return app;
}
