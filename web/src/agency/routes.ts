import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Agencies and shops: `/console/uploads` and `/console/receipts`. */
export const agencyRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/uploads',
    beforeLoad: demand('createUpload'),
    component: lazyRouteComponent(() => import('./uploads-page.tsx'), 'UploadsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/receipts',
    beforeLoad: demand('listReceipts'),
    validateSearch: (search: Record<string, unknown>): { day?: string } =>
      isDay(search['day']) ? { day: search['day'] } : {},
    component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/receipts/$receipt',
    beforeLoad: demand('showReceipt'),
    component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
  }),
] as const;
