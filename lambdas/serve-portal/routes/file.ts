import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import {
  changeMyLanguage,
  listMyClaims,
  listMyPayments,
  showMyClaim,
  showMyCoverage,
  showMyFamily,
  showMyProfile,
  type OwnFileDependencies,
} from '../../../contexts/portal/use-cases/own-file.ts';
import type { Insured } from '../../../contexts/shared/access/actor.ts';
import {
  changeLanguageSchema,
  myClaimSchema,
  myClaimsSchema,
  myCoverageSchema,
  myFamilySchema,
  myPaymentsSchema,
  myProfileSchema,
  pageQuerySchema,
} from '../../../contexts/portal/api/portal.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';
import { registered } from '../registered.ts';

const profileRoute = createRoute({
  ...operation('showMyProfile'),
  method: 'get',
  path: '/api/portal/profile',
  summary: 'Who I am in the registry',
  responses: { ...ok(myProfileSchema, 'The profile'), ...problems },
});

const languageRoute = createRoute({
  ...operation('changeMyLanguage'),
  method: 'put',
  path: '/api/portal/language',
  summary: 'Chooses the language of messages',
  request: { body: { required: true, ...json(changeLanguageSchema) } },
  responses: { 204: { description: 'Chosen' }, ...problems },
});

const coverageRoute = createRoute({
  ...operation('showMyCoverage'),
  method: 'get',
  path: '/api/portal/coverage',
  summary: 'Whether I am covered today, and why',
  responses: { ...ok(myCoverageSchema, 'The coverage'), ...problems },
});

const familyRoute = createRoute({
  ...operation('showMyFamily'),
  method: 'get',
  path: '/api/portal/family',
  summary: 'Members of my family, whether each is covered today, and what I asked for',
  responses: { ...ok(myFamilySchema, 'The family'), ...problems },
});

const claimsRoute = createRoute({
  ...operation('listMyClaims'),
  method: 'get',
  path: '/api/portal/claims',
  summary: 'My claims, newest first, and where each is',
  request: { query: pageQuerySchema },
  responses: { ...ok(myClaimsSchema, 'A page of claims'), ...problems },
});

const claimRoute = createRoute({
  ...operation('showMyClaim'),
  method: 'get',
  path: '/api/portal/claims/{claimId}',
  summary: 'One of my claims: what is missing, what is paid and why',
  request: { params: z.object({ claimId: z.string().max(40) }) },
  responses: { ...ok(myClaimSchema, 'The claim'), ...problems },
});

const paymentsRoute = createRoute({
  ...operation('listMyPayments'),
  method: 'get',
  path: '/api/portal/payments',
  summary: 'My payments, newest claim first',
  request: { query: pageQuerySchema },
  responses: { ...ok(myPaymentsSchema, 'A page of payments'), ...problems },
});

/** What an insured person sees of their own file. */
export function ownFileRoutes(dependencies: OwnFileDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Insured>>();
  app.openapi(profileRoute, async (context) =>
    context.json(await registered(showMyProfile(context.get('actor').registrationNumber, dependencies)), 200),
  );
  app.openapi(languageRoute, async (context) => {
    const { language } = context.req.valid('json');
    await changeMyLanguage(context.get('actor').registrationNumber, language, dependencies);
    return context.body(null, 204);
  });
  app.openapi(coverageRoute, async (context) =>
    context.json(
      await registered(showMyCoverage(context.get('actor').registrationNumber, dependencies)),
      200,
    ),
  );
  app.openapi(familyRoute, async (context) =>
    context.json(await registered(showMyFamily(context.get('actor').registrationNumber, dependencies)), 200),
  );
  app.openapi(claimsRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listMyClaims', actor, asked }, (place) =>
      listMyClaims(actor.registrationNumber, place, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(claimRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const claim = await showMyClaim(context.get('actor').registrationNumber, claimId, dependencies);
    if (claim === undefined) throw new ApiProblem(404, 'NOT_FOUND', 'You have no claim of this number.');
    return context.json(claim, 200);
  });
  app.openapi(paymentsRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listMyPayments', actor, asked }, (place) =>
      listMyPayments(actor.registrationNumber, place, dependencies),
    );
    return context.json(page, 200);
  });
  return app;
}
