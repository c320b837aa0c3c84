import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  type ParsedLocation,
} from '@tanstack/react-router';
import { mayUse, type Operation, type Role } from '../../../contexts/shared/access/access.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { meQuery } from '../session/signed-in.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { ProblemPage } from './problem-page.tsx';
import { RootLayout } from './root-layout.tsx';

export interface RouterContext {
  readonly queries: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  errorComponent: ProblemPage,
  notFoundComponent: NotFoundPage,
});

/** Where to go after signing in: pages of ours only. */
export const afterSignIn = (search: Record<string, unknown>): { next?: string } =>
  typeof search['next'] === 'string' && /^\/[a-z]/.test(search['next']) ? { next: search['next'] } : {};

/** Whether a fault says that nobody is signed in. */
export const isSignedOut = (fault: unknown): boolean => problemOf(fault).status === 401;

/** Parent of all pages of the staff: `/console/...`. Its children find who is signed in as `context.me`. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      return {
        me: await context.queries.query(meQuery),
      };
    } catch (fault) {
      if (isSignedOut(fault)) throw redirect({ to: '/sign-in', search: nextAfter(location) });
      throw fault;
    }
  },
  component: lazyRouteComponent(() => import('./console-shell.tsx'), 'ConsoleShell'),
});

/** The page that someone wanted to see before they had to sign in. */
export const nextAfter = (location: ParsedLocation): { next: string } => ({ next: location.pathname });

/** For `beforeLoad` of a page: shows "not for your role" where the table of access says so. */
export const demand =
  (operation: Operation) =>
  ({ context }: { context: { me: { roles: readonly Role[] } } }): void => {
    if (mayUse(operation, context.me.roles)) return;
    throw { code: 'NOT_ALLOWED', title: 'Your role may not do this.', status: 403 } satisfies Problem;
  };
