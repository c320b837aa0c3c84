import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';

/** Following claims: `/console/claims` and `/console/claims/<claim>`. What is searched for stands in no address. */
export const followUpRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/claims',
    beforeLoad: demand('searchClaims'),
    component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/claims/$claimId',
    beforeLoad: demand('showClaim'),
    component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
  }),
] as const;
