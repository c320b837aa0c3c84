import type { PageCursors } from '../../contexts/shared/paging/page-cursors.ts';
import type { OwnFileDependencies } from '../../contexts/portal/use-cases/own-file.ts';
import type { SendDocumentsDependencies } from '../../contexts/portal/use-cases/send-documents.ts';
import type { Insured } from '../../contexts/shared/access/actor.ts';
import type { ChangeSettings } from '../../contexts/registry/domain/account-change.ts';
import { createApiApp } from '../runtime/api/api-app.ts';
import { insuredOf } from '../runtime/api/identity.ts';
import { accountRoutes } from './routes/account.ts';
import { documentRoutes } from './routes/documents.ts';
import { familyRoutes, type FamilyRoutesDependencies } from './routes/family.ts';
import { ownFileRoutes } from './routes/file.ts';

export interface PortalDependencies {
  readonly cursors: PageCursors;
  readonly file: OwnFileDependencies;
  readonly documents: Pick<SendDocumentsDependencies, 'sentDocuments' | 'evidence'>;
  readonly family: Pick<FamilyRoutesDependencies, 'requests' | 'evidence' | 'maxFileBytes'>;
  readonly accountChange: ChangeSettings;
}

/** The API of the portal: what an insured person sees and does, of their own file only. */
export function createPortalApp({ cursors, file, documents, family, accountChange }: PortalDependencies) {
  const app = createApiApp<Insured>();
  app.use('/api/portal/*', async (context, next) => {
    context.set('actor', insuredOf(context.env));
    await next();
  });
  app.route('/', ownFileRoutes(file, cursors));
  app.route('/', documentRoutes({ ...file, ...documents }));
  app.route('/', accountRoutes({ ...file, settings: accountChange }));
  app.route('/', familyRoutes({ ...file, ...family }));
  return app;
}
