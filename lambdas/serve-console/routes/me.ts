import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { meSchema } from '../../../contexts/staff/api/session.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { ok, operation, problems } from '../../runtime/api/api-route.ts';

const showMe = createRoute({
  ...operation('showMe'),
  method: 'get',
  path: '/api/console/me',
  summary: 'Who is signed in, and what they may do',
  responses: { ...ok(meSchema, 'The session'), ...problems },
});

export function meRoutes() {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(showMe, (context) => {
    const { userId, roles, channelId } = context.get('actor');
    return context.json({ userId, roles: [...roles], channelId }, 200);
  });
  return app;
}
