import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';

/** What the insured ask for: `/console/requests`. */
export const requestRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/requests',
    beforeLoad: demand('listRequests'),
    component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
  }),
] as const;
