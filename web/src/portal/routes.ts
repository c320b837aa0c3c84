import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { afterSignIn, isSignedOut, nextAfter, rootRoute } from '../app/root-routes.ts';
import { wasSignedIn } from '../session/portal-visit.ts';
import { profileQuery } from '../session/signed-in.ts';

/** Parent of the pages of an insured person: `/portal/...`. Its children find who it is as `context.profile`. */
export const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'insured',
  beforeLoad: async ({ context, location }) => {
    if (!wasSignedIn()) throw redirect({ to: '/portal/sign-in', search: nextAfter(location) });
    try {
      return { profile: await context.queries.query(profileQuery) };
    } catch (fault) {
      if (isSignedOut(fault)) throw redirect({ to: '/portal/sign-in', search: nextAfter(location) });
      throw fault;
    }
  },
  component: lazyRouteComponent(() => import('./portal-shell.tsx'), 'PortalShell'),
});

/** Before signing in. */
export const portalSignInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal/sign-in',
  validateSearch: afterSignIn,
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const getParentRoute = () => portalRoute;

export const portalRoutes = [
  createRoute({
    getParentRoute,
    path: '/portal',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/coverage',
    component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/family',
    component: lazyRouteComponent(() => import('./family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/family/declare',
    component: lazyRouteComponent(() => import('./declare-page.tsx'), 'DeclarePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/claims',
    component: lazyRouteComponent(() => import('./claims-page.tsx'), 'ClaimsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/claims/$claimId',
    component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/payments',
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/portal/account',
    component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
  }),
] as const;
