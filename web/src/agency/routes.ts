import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Agencies and shops: `/console/uploads`, `/console/receipts` and `/console/documents`. */
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
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/documents',
    beforeLoad: demand('listDocumentTasks'),
    component: lazyRouteComponent(() => import('./documents-page.tsx'), 'DocumentsPage'),
  }),
] as const;
