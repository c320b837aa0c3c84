import { beforeEach, describe, expect, it } from 'vitest';
import { accessTable, type Operation, type Role } from '../../contexts/shared/access/access.ts';
import { createConsoleApp, type ConsoleDependencies } from '../../lambdas/serve-console/app.ts';
import { createPortalApp, type PortalDependencies } from '../../lambdas/serve-portal/app.ts';
import { memoryCursors } from '../support/memory-data-keys.ts';

let wasReached = false;
const behind: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'then' ? undefined : behind),
  apply: () => {
    wasReached = true;
    throw new Error('reached');
  },
});
const cursors = memoryCursors();
/** Everything behind the API fails when it is reached, but for what reads cursors. */
const dependencies: unknown = new Proxy({}, { get: (_, key) => (key === 'cursors' ? cursors : behind) });

interface Described {
  readonly operationId: Operation;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

const routes = [
  createConsoleApp(dependencies as ConsoleDependencies),
  createPortalApp(dependencies as PortalDependencies),
].flatMap((app) => {
  const { paths = {}, components } = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Milaf', version: '1' },
  });
  const schemas = components?.schemas ?? {};
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, described]) => {
      const body = JSON.stringify(described.requestBody?.content['application/json']?.schema ?? {});
      const named = Object.entries(schemas).filter(([name]) =>
        body.includes(`"#/components/schemas/${name}"`),
      );
      const hasCursor =
        described.parameters?.some(({ name }) => name === 'cursor') === true ||
        `${body}${JSON.stringify(named)}`.includes('"cursor"');
      return { app, method: method.toUpperCase(), path, operationId: described.operationId, hasCursor };
    }),
  );
});
const listings = routes.filter(({ hasCursor }) => hasCursor);

/** Questions that are right but for their cursor, where they stand in a body. */
const bodies: Partial<Record<Operation, readonly object[]>> = {
  searchClaims: [
    { by: 'insured', registrationNumber: '104725831' },
    { by: 'day', from: '2026-11-01', to: '2026-11-20' },
  ],
  findByCin: [{ cin: 'AB123456' }],
  listAccesses: [
    { by: 'actor', actor: 'reviewer-1', month: '2026-11' },
    { by: 'subject', subject: 'person:104725831' },
    { by: 'person', registrationNumber: '104725831' },
  ],
};

/** Questions that are right but for their cursor, where they stand in an address. */
const queries: Partial<Record<Operation, string>> = { findMedicines: 'text=doli' };

function ask({ app, method, path, operationId }: (typeof listings)[number], cursor: string, body?: object) {
  const [role]: readonly Role[] = accessTable[operationId];
  const claims =
    role === 'insured'
      ? { 'cognito:username': '104725831' }
      : {
          'cognito:username': 'someone',
          'cognito:groups': `[${role}]`,
          'custom:channel': 'agency-rabat-01',
        };
  return app.request(
    method === 'GET' ? `${path}?${queries[operationId] ?? ''}&cursor=${encodeURIComponent(cursor)}` : path,
    {
      method,
      headers: { 'content-type': 'application/json', 'x-milaf': '1' },
      ...(method === 'GET' ? {} : { body: JSON.stringify({ ...body, cursor }) }),
    },
    { event: { requestContext: { authorizer: { jwt: { claims } } } } },
  );
}

beforeEach(() => {
  wasReached = false;
});

describe('the listings of the API', () => {
  it('are those with a cursor', () => {
    expect(listings.map(({ operationId }) => operationId).sort()).toEqual([
      'findByCin',
      'findMedicines',
      'listAccesses',
      'listDocumentTasks',
      'listMyClaims',
      'listMyPayments',
      'listPayments',
      'listQueue',
      'listReceipts',
      'listRequests',
      'searchClaims',
    ]);
  });
});

describe.each(listings)('$operationId', (route) => {
  const questions = route.method === 'GET' ? [undefined] : (bodies[route.operationId] ?? []);

  it('refuses a cursor that it did not give this person for this question, and says what to do', async () => {
    expect(questions).not.toEqual([]);
    const foreign = await memoryCursors().seal('{"pk":"X"}', {
      operation: route.operationId,
      actor: 'staff:someone',
      asked: {},
    });
    const ofOther = await cursors.seal('{"pk":"X"}', {
      operation: route.operationId,
      actor: 'staff:other',
      asked: {},
    });
    const wrong = [
      'x',
      '%00',
      '../..',
      'eyJwayI6IlgifQ',
      'A'.repeat(400),
      foreign!,
      ofOther!,
      `${ofOther!}A`,
    ];
    for (const question of questions)
      for (const cursor of wrong) {
        const response = await ask(route, cursor, question);

        expect(response.status).toBe(400);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        expect(await response.json()).toEqual({
          code: 'CURSOR_INVALID',
          title:
            'This place in the list is not known, or belongs to another question. Begin again at the first page.',
          status: 400,
        });
      }
    expect(wasReached).toBe(false);
  });

  it('refuses one that is far too long, or beside another', async () => {
    const beside = await ask({ ...route, path: `${route.path}?cursor=x` }, 'x', questions[0]);
    expect(beside.status).toBe(400);
    for (const question of questions) {
      const long = await ask(route, 'A'.repeat(2_001), question);
      expect(long.status).toBe(400);
      expect(await long.json()).toMatchObject({ code: 'REQUEST_INVALID' });
    }
    expect(wasReached).toBe(false);
  });
});
