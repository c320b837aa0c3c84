import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { afterSignIn, rootRoute } from '../app/root-routes.ts';

/** `/sign-in`: for the staff. */
export const sessionRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: afterSignIn,
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
] as const;
