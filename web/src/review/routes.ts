import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';
import { queueSearchOf } from './queue/queue-search.ts';

/** Review of referred claims: `/console/queue` and `/console/reviews/<claim>`. */
export const reviewRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/queue',
    beforeLoad: demand('listQueue'),
    validateSearch: queueSearchOf,
    component: lazyRouteComponent(() => import('./queue/queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/reviews/$claimId',
    beforeLoad: demand('showReview'),
    component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
  }),
] as const;
