import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import { accessPageSchema, accessQuerySchema, type AccessQuery } from '../../../contexts/staff/api/audit.ts';
import {
  personAccesses,
  type PersonAccesses,
  type PersonAccessesDependencies,
} from '../../../contexts/follow-up/use-cases/person-accesses.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { AccessLog, AccessPage } from '../../../contexts/staff/ports/audit.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';

const listAccesses = createRoute({
  ...operation('listAccesses'),
  method: 'post',
  path: '/api/console/accesses',
  summary:
    'Who saw or did what: of one actor in a month, about one claim or file, or about a person and all of their claims; newest first',
  request: { body: { required: true, ...json(accessQuerySchema) } },
  responses: { ...ok(accessPageSchema, 'Accesses'), ...problems },
});

export type AuditDependencies = Omit<PersonAccessesDependencies, 'accesses'> & {
  readonly accesses: AccessLog;
};

const PAGE_LENGTH = 50;

/** The record of accesses, for auditors. That an auditor looked is on record too, and how many records were taken along at once. */
export function auditRoutes(dependencies: AuditDependencies, cursors: PageCursors) {
  const { accesses } = dependencies;
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(listAccesses, async (context) => {
    const query = context.req.valid('json');
    const actor = context.get('actor');
    const { limit } = query;
    const page = await paged(
      cursors,
      { operation: 'listAccesses', actor, asked: query },
      async (cursor): Promise<AccessPage & Partial<PersonAccesses>> => {
        await accesses.record({
          actor: actor.userId,
          operation: 'listAccesses',
          subject: subjectOf(query),
          details: {
            ...(query.by === 'actor' ? { actor: query.actor, month: query.month } : { by: query.by }),
            ...(limit !== undefined && { rows: limit }),
          },
        });
        switch (query.by) {
          case 'actor':
            return accesses.listByActor(query.actor, query.month, { cursor, limit });
          case 'subject':
            return accesses.listBySubject(query.subject, { cursor, limit });
          case 'person':
            return personAccesses(
              query.registrationNumber,
              { cursor, limit: limit ?? PAGE_LENGTH },
              dependencies,
            );
        }
      },
    );
    return context.json({ ...page, records: [...page.records] }, 200);
  });
  return app;
}

function subjectOf(query: AccessQuery): string {
  if (query.by === 'person') return `person:${query.registrationNumber}`;
  return query.by === 'subject' ? query.subject : 'search';
}
