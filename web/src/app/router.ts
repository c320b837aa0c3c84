import { createRouter } from '@tanstack/react-router';
import { agencyRoutes } from '../agency/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { createQueries } from '../api/query-client.ts';
import { followUpRoutes } from '../follow-up/routes.ts';
import { portalRoute, portalRoutes, portalSignInRoute } from '../portal/routes.ts';
import { paymentRoutes } from '../payments/routes.ts';
import { requestRoutes } from '../requests/routes.ts';
import { reviewRoutes } from '../review/routes.ts';
import { figureRoutes } from '../figures/routes.ts';
import { sessionRoutes } from '../session/routes.ts';
import { isSomebodyKnown } from '../session/signed-in.ts';
import { consoleHomeRoute, homeRoutes } from './home-routes.ts';
import { consoleRoute, rootRoute } from './root-routes.ts';

// A new area: add the routes of its `routes.ts` here, and its links in `navigation.ts`.
const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...sessionRoutes,
  portalSignInRoute,
  portalRoute.addChildren(portalRoutes),
  consoleRoute.addChildren([
    consoleHomeRoute,
    ...reviewRoutes,
    ...followUpRoutes,
    ...agencyRoutes,
    ...requestRoutes,
    ...paymentRoutes,
    ...figureRoutes,
    ...auditRoutes,
  ]),
]);

export const queries = createQueries(() => {
  if (!isSomebodyKnown(queries)) return;
  queries.clear();
  void router.invalidate();
});

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
