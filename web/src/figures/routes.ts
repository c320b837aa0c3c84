import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';
import { periodOf } from './period.ts';

/** Managers: `/console/figures?from=...&to=...`. */
export const figureRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/figures',
    beforeLoad: demand('showFigures'),
    validateSearch: periodOf,
    component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
  }),
] as const;
