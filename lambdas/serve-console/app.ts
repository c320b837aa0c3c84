import type { FindMedicinesDependencies } from '../../contexts/medicines/use-cases/find-medicines.ts';
import type { ShowFiguresDependencies } from '../../contexts/reporting/use-cases/show-figures.ts';
import type { PageCursors } from '../../contexts/shared/paging/page-cursors.ts';
import type { DecideRequestDependencies } from '../../contexts/portal/use-cases/decide-request.ts';
import type { ShowPagesDependencies } from '../../contexts/pages/use-cases/show-pages.ts';
import type { Staff } from '../../contexts/shared/access/actor.ts';
import type { StaffSignIn } from '../../contexts/staff/ports/sign-in.ts';
import { createApiApp } from '../runtime/api/api-app.ts';
import { staffOf } from '../runtime/api/identity.ts';
import { auditRoutes, type AuditDependencies } from './routes/audit.ts';
import { documentTaskRoutes } from './routes/document-tasks.ts';
import { figureRoutes } from './routes/figures.ts';
import { followUpRoutes, type FollowUpDependencies } from './routes/follow-up.ts';
import { medicineRoutes } from './routes/medicines.ts';
import { meRoutes } from './routes/me.ts';
import { pagesRoutes } from './routes/pages.ts';
import { paymentRoutes, type PaymentRoutesDependencies } from './routes/payments.ts';
import { requestRoutes } from './routes/requests.ts';
import { reviewOutcomeRoutes } from './routes/review-outcomes.ts';
import { reviewRoutes, type ReviewRoutesDependencies } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import { uploadRoutes, type UploadRoutesDependencies } from './routes/uploads.ts';

export interface ConsoleDependencies {
  readonly signIn: StaffSignIn;
  readonly cursors: PageCursors;
  readonly uploads: UploadRoutesDependencies;
  readonly audit: AuditDependencies;
  readonly review: ReviewRoutesDependencies;
  readonly medicines: FindMedicinesDependencies;
  readonly pages: ShowPagesDependencies;
  readonly figures: ShowFiguresDependencies;
  readonly followUp: FollowUpDependencies;
  readonly requests: DecideRequestDependencies;
  readonly payments: PaymentRoutesDependencies;
}

/** The API of the console: what staff do. Requests reach the guarded part with a checked token only. */
export function createConsoleApp(dependencies: ConsoleDependencies) {
  const app = createApiApp<Staff>();
  const { cursors } = dependencies;
  app.route('/', sessionRoutes(dependencies.signIn));
  app.use('/api/console/*', async (context, next) => {
    context.set('actor', staffOf(context.env));
    await next();
  });
  app.route('/', meRoutes());
  app.route('/', uploadRoutes(dependencies.uploads, cursors));
  app.route('/', auditRoutes(dependencies.audit, cursors));
  app.route('/', reviewRoutes(dependencies.review, cursors));
  app.route('/', reviewOutcomeRoutes(dependencies.review.review));
  app.route('/', documentTaskRoutes(dependencies.review.review, cursors));
  app.route('/', medicineRoutes(dependencies.medicines, cursors));
  app.route('/', pagesRoutes(dependencies.pages));
  app.route('/', followUpRoutes(dependencies.followUp, cursors));
  app.route('/', figureRoutes(dependencies.figures));
  app.route('/', requestRoutes(dependencies.requests, cursors));
  app.route('/', paymentRoutes(dependencies.payments, cursors));
  return app;
}
