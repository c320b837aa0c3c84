import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, demand } from '../app/root-routes.ts';
import { paymentsSearchOf } from './payments-search.ts';

/** Payments that wait for people: `/console/payments`, and one of them. */
export const paymentRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/payments',
    beforeLoad: demand('listPayments'),
    validateSearch: paymentsSearchOf,
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/console/payments/$claimId',
    beforeLoad: demand('showPayment'),
    component: lazyRouteComponent(() => import('./payment-page.tsx'), 'PaymentPage'),
  }),
] as const;
