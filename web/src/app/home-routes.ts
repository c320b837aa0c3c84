import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, rootRoute } from './root-routes.ts';

/** `/`: who comes here is insured, or of the staff. */
export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
] as const;

/** `/console`: what the person's roles let them do. */
export const consoleHomeRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/console',
  component: lazyRouteComponent(() => import('./console-home-page.tsx'), 'ConsoleHomePage'),
});
