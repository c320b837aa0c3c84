import type { Insured } from '../../core/contracts/actor.ts';
import { createApiApp } from '../runtime/api/api-app.ts';
import { insuredOf } from '../runtime/api/identity.ts';

/** The API of the portal: what an insured person sees and does, of their own file only. */
export function createPortalApp() {
  const app = createApiApp<Insured>();
  app.use('/api/portal/*', async (context, next) => {
    context.set('actor', insuredOf(context.env));
    await next();
  });
  return app;
}
