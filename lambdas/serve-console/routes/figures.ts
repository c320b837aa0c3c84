import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  showFigures,
  type ShowFiguresDependencies,
} from '../../../contexts/reporting/use-cases/show-figures.ts';
import { showMyDay } from '../../../contexts/reporting/use-cases/show-my-day.ts';
import {
  figuresExportQuerySchema,
  figuresQuerySchema,
  figuresSchema,
  myDaySchema,
  type Figures,
} from '../../../contexts/reporting/api/figures.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import { MAX_FIGURE_DAYS } from '../../../contexts/reporting/api/figure-period.ts';
import { writeFiguresCsv } from '../../../contexts/reporting/api/write-figures-csv.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { ok, operation, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

const showRoute = createRoute({
  ...operation('showFigures'),
  method: 'get',
  path: '/api/console/figures',
  summary: 'Figures of some days: files, claims, durations, reasons, reviewers, cost, registrations',
  request: { query: figuresQuerySchema },
  responses: { ...ok(figuresSchema, 'The figures'), ...problems },
});

const myDayRoute = createRoute({
  ...operation('showMyDay'),
  method: 'get',
  path: '/api/console/my-day',
  summary: 'What one has finished today',
  responses: { ...ok(myDaySchema, 'Counts'), ...problems },
});

const exportRoute = createRoute({
  ...operation('exportFigures'),
  method: 'get',
  path: '/api/console/figures/export',
  summary: 'One table of the figures as CSV for other programs: English names, centimes',
  request: { query: figuresExportQuerySchema },
  responses: {
    200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
    ...problems,
  },
});

/** Figures for managers: counts only, so that nobody's file is seen. */
export function figureRoutes(dependencies: ShowFiguresDependencies) {
  const app = new OpenAPIHono<ApiEnv<Staff>>();
  app.openapi(showRoute, async (context) => {
    const { from, to } = context.req.valid('query');
    return context.json(await figuresOf(from, to, dependencies), 200);
  });
  app.openapi(myDayRoute, async (context) =>
    context.json(await showMyDay(context.get('actor'), dependencies), 200),
  );
  app.openapi(exportRoute, async (context) => {
    const { from, to, table } = context.req.valid('query');
    const figures = await figuresOf(from, to, dependencies);
    context.header('content-disposition', `attachment; filename="milaf-${table}-${from}-${to}.csv"`);
    context.header('content-type', 'text/csv; charset=utf-8');
    return context.body(writeFiguresCsv(figures, table), 200);
  });
  return app;
}

/** @throws ApiProblem 400 when the period is none, or too long */
async function figuresOf(from: string, to: string, dependencies: ShowFiguresDependencies): Promise<Figures> {
  const figures = await showFigures(from, to, dependencies);
  if (figures !== 'period-wrong') return figures;
  throw new ApiProblem(
    400,
    'PERIOD_WRONG',
    `The last day is before the first, or there are more than ${MAX_FIGURE_DAYS} days.`,
  );
}
