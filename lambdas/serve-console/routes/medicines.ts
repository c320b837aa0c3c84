import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import {
  findMedicinesSchema,
  medicineProposalsSchema,
  medicinesFoundSchema,
  proposeMedicinesSchema,
} from '../../../contexts/medicines/api/medicines.ts';
import {
  findMedicines,
  type FindMedicinesDependencies,
  proposeByName,
} from '../../../contexts/medicines/use-cases/find-medicines.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import type { PageCursors } from '../../../contexts/shared/paging/page-cursors.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { ok, operation, problems } from '../../runtime/api/api-route.ts';
import { paged } from '../../runtime/api/paged.ts';

const findMedicinesRoute = createRoute({
  ...operation('findMedicines'),
  method: 'get',
  path: '/api/console/medicines',
  summary: 'Medicines by the beginning of their name, or by code, with the price of a day',
  request: { query: findMedicinesSchema },
  responses: { ...ok(medicinesFoundSchema, 'What was found, in the order of names'), ...problems },
});

const proposeMedicinesRoute = createRoute({
  ...operation('proposeMedicines'),
  method: 'get',
  path: '/api/console/medicines/proposals',
  summary: 'Medicines that a printed name and price can mean, the best first',
  request: { query: proposeMedicinesSchema },
  responses: { ...ok(medicineProposalsSchema, 'Proposals for a person to pick one of'), ...problems },
});

/** Looking medicines up. Names of medicines may stand in addresses: nobody is named beside them. */
export function medicineRoutes(dependencies: FindMedicinesDependencies, cursors: PageCursors) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(findMedicinesRoute, async (context) => {
    const actor = context.get('actor');
    const asked = context.req.valid('query');
    const page = await paged(cursors, { operation: 'findMedicines', actor, asked }, (place) =>
      findMedicines({ ...asked, cursor: place }, dependencies),
    );
    return context.json(page, 200);
  });
  app.openapi(proposeMedicinesRoute, async (context) =>
    context.json(await proposeByName(context.req.valid('query'), dependencies), 200),
  );
  return app;
}
