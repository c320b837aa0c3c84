import type { Staff } from '../../core/contracts/actor.ts';
import type { StaffSignIn } from '../../core/ports/sign-in.ts';
import { createApiApp } from '../runtime/api/api-app.ts';
import { staffOf } from '../runtime/api/identity.ts';
import { meRoutes } from './routes/me.ts';
import { sessionRoutes } from './routes/session.ts';

export interface ConsoleDependencies {
  readonly signIn: StaffSignIn;
}

/** The API of the console: what staff do. Requests reach the guarded part with a checked token only. */
export function createConsoleApp(dependencies: ConsoleDependencies) {
  const app = createApiApp<Staff>();
  app.route('/', sessionRoutes(dependencies.signIn));
  app.use('/api/console/*', async (context, next) => {
    context.set('actor', staffOf(context.env));
    await next();
  });
  app.route('/', meRoutes());
  return app;
}
