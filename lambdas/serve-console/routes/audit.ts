import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import { accessPageSchema, accessQuerySchema } from '../../../contexts/staff/api/audit.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { AccessLog } from '../../../contexts/staff/ports/audit.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';

const listAccesses = createRoute({
  ...operation('listAccesses'),
  method: 'post',
  path: '/api/console/accesses',
  summary: 'Who saw or did what: of one actor in a month, or about one claim, file or person; newest first',
  request: { body: { required: true, ...json(accessQuerySchema) } },
  responses: { ...ok(accessPageSchema, 'Accesses'), ...problems },
});

/** The record of accesses, for auditors. That an auditor looked is on record too. */
export function auditRoutes(accesses: AccessLog, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listAccesses, async (context) => {
    const query = context.req.valid('json');
    const actor = context.get('actor');
    const page = await paged(cursors, { operation: 'listAccesses', actor, asked: query }, async (place) => {
      await accesses.record({
        actor: actor.userId,
        operation: 'listAccesses',
        subject: query.by === 'subject' ? query.subject : 'search',
        details: query.by === 'actor' ? { actor: query.actor, month: query.month } : {},
      });
      return query.by === 'actor'
        ? accesses.listByActor(query.actor, query.month, place)
        : accesses.listBySubject(query.subject, place);
    });
    return context.json({ records: [...page.records], nextCursor: page.nextCursor }, 200);
  });
  return app;
}
