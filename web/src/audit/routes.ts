import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';

/** Who saw and did what: `/console/audit`. What is asked for stands in no address. */
export const auditRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/audit',
    beforeLoad: demand('listAccesses'),
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;
