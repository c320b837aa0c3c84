import type { Staff } from '../../core/contracts/actor.ts';
import type { AccessLog } from '../../core/ports/audit.ts';
import type { StaffSignIn } from '../../core/ports/sign-in.ts';
import { createApiApp } from '../runtime/api/api-app.ts';
import { staffOf } from '../runtime/api/identity.ts';
import { auditRoutes } from './routes/audit.ts';
import { meRoutes } from './routes/me.ts';
import { sessionRoutes } from './routes/session.ts';
import { uploadRoutes, type UploadRoutesDependencies } from './routes/uploads.ts';

export interface ConsoleDependencies {
  readonly signIn: StaffSignIn;
  readonly uploads: UploadRoutesDependencies;
  readonly accesses: AccessLog;
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
  app.route('/', uploadRoutes(dependencies.uploads));
  app.route('/', auditRoutes(dependencies.accesses));
  return app;
}
