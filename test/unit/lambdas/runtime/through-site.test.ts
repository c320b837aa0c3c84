import { describe, expect, it } from 'vitest';
import { createApiApp } from '../../../../lambdas/runtime/api/api-app.ts';
import { servedApp } from '../../../../lambdas/runtime/api/api-lambda.ts';

/** An API with an open and a guarded route, served to who knows the secret. */
function served() {
  const reached: string[] = [];
  const app = createApiApp();
  app.all('/api/*', (context) => {
    reached.push(context.req.path);
    return context.json({ viewer: context.req.header('x-milaf-viewer') });
  });
  const whole = servedApp(app, { admits: (shown) => Promise.resolve(shown === 'secret') });
  return { reached, ask: (path: string, headers = {}) => whole.request(path, { method: 'POST', headers }) };
}

describe('an API behind the site', () => {
  it.each(['/api/portal-session', '/api/session', '/api/portal/claims', '/api/console/me', '/elsewhere'])(
    'refuses who comes beside it, before anything is looked at (%s)',
    async (path) => {
      const { ask, reached } = served();
      for (const headers of [{}, { 'x-milaf-origin': '' }, { 'x-milaf-origin': 'secret2' }]) {
        const response = await ask(path, { authorization: 'Bearer token', 'x-milaf': '1', ...headers });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'NOT_THROUGH_SITE' });
      }
      expect(reached).toEqual([]);
    },
  );

  it('answers who comes through it', async () => {
    const { ask, reached } = served();
    const response = await ask('/api/session', {
      'x-milaf-origin': 'secret',
      'x-milaf-viewer': '196.200.1.1',
    });
    expect(await response.json()).toEqual({ viewer: '196.200.1.1' });
    expect(reached).toEqual(['/api/session']);
  });
});
