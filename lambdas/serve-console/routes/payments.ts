import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import {
  listPayments,
  type ListPaymentsDependencies,
} from '../../../contexts/payments/use-cases/list-payments.ts';
import {
  showPayment,
  type ShowPaymentDependencies,
} from '../../../contexts/payments/use-cases/show-payment.ts';
import {
  settleWaiting,
  type SettleWaitingDependencies,
} from '../../../contexts/payments/use-cases/settle-waiting.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import {
  paymentParamsSchema,
  paymentQuerySchema,
  paymentViewSchema,
  settledPaymentsSchema,
  settlePaymentsSchema,
  waitingPaymentsSchema,
} from '../../../contexts/payments/api/payments.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const listRoute = createRoute({
  ...operation('listPayments'),
  method: 'get',
  path: '/api/console/payments',
  summary: 'Payments that are disputed, refused or held, with the reason; on record',
  request: { query: paymentQuerySchema },
  responses: { ...ok(waitingPaymentsSchema, 'A page of payments'), ...problems },
});

const showRoute = createRoute({
  ...operation('showPayment'),
  method: 'get',
  path: '/api/console/payments/{claimId}',
  summary: 'One payment: its orders, what the bank said of them, and what may be done; on record',
  request: { params: paymentParamsSchema },
  responses: { ...ok(paymentViewSchema, 'The payment'), ...problems },
});

const settleRoute = createRoute({
  ...operation('settlePayments'),
  method: 'post',
  path: '/api/console/payments/settlements',
  summary:
    'Orders payments again, asks for accounts, or records what the bank told people; each by itself, on record',
  request: { body: { required: true, ...json(settlePaymentsSchema) } },
  responses: { ...ok(settledPaymentsSchema, 'Which were moved, and why the others were not'), ...problems },
});

export type PaymentRoutesDependencies = ListPaymentsDependencies &
  ShowPaymentDependencies &
  SettleWaitingDependencies;

/** Payments that wait for people, for the treasury. */
export function paymentRoutes(dependencies: PaymentRoutesDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listPayments', actor, asked }, (cursor) =>
      listPayments(actor, { ...asked, cursor }, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(showRoute, async (context) => {
    const { claimId } = context.req.valid('param');
    const view = await showPayment(context.get('actor'), claimId, dependencies);
    if (view === undefined)
      throw new ApiProblem(404, 'PAYMENT_UNKNOWN', 'There is no such claim, or nothing is paid for it.');
    return context.json(view, 200);
  });
  app.openapi(settleRoute, async (context) => {
    const request = context.req.valid('json');
    return context.json(await settleWaiting(context.get('actor'), request, dependencies), 200);
  });
  return app;
}
