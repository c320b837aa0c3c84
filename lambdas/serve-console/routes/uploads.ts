import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  confirmUpload,
  type ConfirmUploadDependencies,
} from '../../../contexts/intake/use-cases/confirm-upload.ts';
import {
  createUpload,
  type CreateUploadDependencies,
} from '../../../contexts/intake/use-cases/create-upload.ts';
import {
  listReceipts,
  type ListReceiptsDependencies,
} from '../../../contexts/intake/use-cases/list-receipts.ts';
import {
  showReceipt,
  type ShowReceiptDependencies,
} from '../../../contexts/intake/use-cases/show-receipt.ts';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import {
  confirmUploadSchema,
  createUploadSchema,
  receiptDetailSchema,
  receiptsPageSchema,
  receiptsQuerySchema,
  uploadFormSchema,
  uploadReceiptSchema,
} from '../../../contexts/intake/api/uploads.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';
import { channelOf } from './channel-of.ts';

export type UploadRoutesDependencies = CreateUploadDependencies &
  ConfirmUploadDependencies &
  ListReceiptsDependencies &
  ShowReceiptDependencies;

const createUploadRoute = createRoute({
  ...operation('createUpload'),
  method: 'post',
  path: '/api/console/uploads',
  summary: 'Gives a form with which one file can be posted to the store of scans',
  request: { body: { required: true, ...json(createUploadSchema) } },
  responses: { ...ok(uploadFormSchema, 'The form'), ...problems },
});

const confirmUploadRoute = createRoute({
  ...operation('confirmUpload'),
  method: 'post',
  path: '/api/console/uploads/confirmation',
  summary: 'Gives the receipt of a file that has arrived; may be asked for again',
  request: { body: { required: true, ...json(confirmUploadSchema) } },
  responses: { ...ok(uploadReceiptSchema, 'The receipt'), ...problems },
});

const listReceiptsRoute = createRoute({
  ...operation('listReceipts'),
  method: 'get',
  path: '/api/console/receipts',
  summary:
    "Receipts of the clerk's channel on a day, newest first, with where their files are and, if asked for, whose they are",
  request: { query: receiptsQuerySchema },
  responses: { ...ok(receiptsPageSchema, 'Receipts'), ...problems },
});

const showReceiptRoute = createRoute({
  ...operation('showReceipt'),
  method: 'get',
  path: '/api/console/receipts/{receipt}',
  summary: 'What became of a file, and which of its pages are to be scanned again',
  request: { params: z.object({ receipt: z.string().max(40) }) },
  responses: { ...ok(receiptDetailSchema, 'The receipt'), ...problems },
});

/** Agencies and shops: files in, receipts out. */
export function uploadRoutes(dependencies: UploadRoutesDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(createUploadRoute, async (context) => {
    const channelId = channelOf(context.get('actor'));
    return context.json(await createUpload(channelId, context.req.valid('json'), dependencies), 200);
  });
  app.openapi(confirmUploadRoute, async (context) => {
    const actor = context.get('actor');
    const by = { userId: actor.userId, channelId: channelOf(actor) };
    const receipt = await confirmUpload(by, context.req.valid('json').uploadId, dependencies);
    if (receipt === undefined)
      throw new ApiProblem(404, 'NOT_UPLOADED', 'The file has not arrived yet. Send it again.');
    return context.json(receipt, 200);
  });
  app.openapi(listReceiptsRoute, async (context) => {
    const actor = context.get('actor');
    const channelId = channelOf(actor);
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listReceipts', actor, asked }, (place) =>
      listReceipts({ userId: actor.userId, channelId }, { ...asked, cursor: place }, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(showReceiptRoute, async (context) => {
    const { receipt } = context.req.valid('param');
    const shown = await showReceipt(context.get('actor'), receipt, dependencies);
    if (shown === undefined)
      throw new ApiProblem(404, 'RECEIPT_UNKNOWN', 'There is no such receipt, or not of this channel.');
    return context.json(shown, 200);
  });
  return app;
}
