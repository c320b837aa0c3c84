import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { documentTasksQuerySchema, documentTasksSchema } from '../../../contexts/review/api/review.ts';
import type { ReviewStore } from '../../../contexts/review/ports.ts';
import { listDocumentTasks } from '../../../contexts/review/use-cases/list-document-tasks.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';
import { channelOf } from './channel-of.ts';

const listRoute = createRoute({
  ...operation('listDocumentTasks'),
  method: 'get',
  path: '/api/console/document-tasks',
  summary: 'Claims of one’s channel that wait for documents, the longest wait first',
  request: { query: documentTasksQuerySchema },
  responses: { ...ok(documentTasksSchema, 'A page of tasks'), ...problems },
});

/** What clerks ask the insured for. */
export function documentTaskRoutes(
  dependencies: { readonly reviews: Pick<ReviewStore, 'list'> },
  cursors: PageCursors,
) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listRoute, async (context) => {
    const actor = context.get('actor');
    const channelId = channelOf(actor);
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'listDocumentTasks', actor, asked }, (place) =>
      listDocumentTasks(channelId, place, dependencies),
    );
    return context.json(page, 200);
  });
  return app;
}
