import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { accessTable, type Operation } from '../../contexts/shared/access/access.ts';
import { createConsoleApp } from '../../lambdas/serve-console/app.ts';
import { createPortalApp } from '../../lambdas/serve-portal/app.ts';
import { createSignInApp } from '../../lambdas/serve-sign-in/app.ts';
import { formatted, type GeneratedDoc } from './generated-doc.ts';

/** The description of the API (OpenAPI 3.1) as its functions serve it. */
export function apiDoc(): Promise<GeneratedDoc> {
  return formatted('docs/openapi.json', JSON.stringify(describeApi()));
}

function describeApi() {
  const app = new OpenAPIHono();
  app.route('/', createConsoleApp(...unreached(z.custom<Parameters<typeof createConsoleApp>>())));
  app.route('/', createSignInApp(...unreached(z.custom<Parameters<typeof createSignInApp>>())));
  app.route('/', createPortalApp(...unreached(z.custom<Parameters<typeof createPortalApp>>())));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Milaf: console and portal',
      version: '1',
      description:
        'A request that changes something carries the header `x-milaf: 1`. Faults are problem documents (RFC 9457).',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  });
  return {
    ...document,
    components: { ...document.components, securitySchemes },
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, methods]) => [path, withAccess(path, methods)]),
    ),
  };
}

const securitySchemes = {
  staff: { type: 'apiKey', in: 'cookie', name: '__Host-milaf-staff' },
  insured: { type: 'apiKey', in: 'cookie', name: '__Host-milaf-insured' },
} as const;

/** Adds to each operation which session it needs and, from the table of access, which roles may use it. */
function withAccess(path: string, methods: object) {
  const scheme = path.startsWith('/api/portal/') ? 'insured' : 'staff';
  return Object.fromEntries(
    Object.entries(z.record(z.string(), operationSchema).parse(methods)).map(([method, operation]) => {
      const { operationId } = operation;
      const access = isGuarded(operationId)
        ? { security: [{ [scheme]: [] }], 'x-roles': accessTable[operationId] }
        : { security: [] };
      return [method, { ...operation, ...access }];
    }),
  );
}

const operationSchema = z.looseObject({ operationId: z.string() });

const isGuarded = (operationId: string): operationId is Operation => operationId in accessTable;

/** What an app is given when its routes are listed and never called: any depth of it can be taken, and nothing used. */
const nothing: unknown = new Proxy(() => undefined, {
  get: () => nothing,
  apply: () => {
    throw new Error('A dependency was used while the API was described');
  },
});
const unreached = <Given extends readonly unknown[]>(schema: z.ZodType<Given>): Given =>
  schema.parse([nothing, nothing]);
