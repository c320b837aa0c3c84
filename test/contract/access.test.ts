import { describe, expect, it } from 'vitest';
import {
  accessTable,
  mayUse,
  rolesGranting,
  roles,
  staffRoles,
  type Operation,
  type Role,
} from '../../contexts/shared/access/access.ts';
import { isMaskedFor } from '../../contexts/review/use-cases/review-access.ts';
import type { Staff } from '../../contexts/shared/access/actor.ts';
import { createApiApp } from '../../lambdas/runtime/api/api-app.ts';
import { operation } from '../../lambdas/runtime/api/api-route.ts';
import { staffOf } from '../../lambdas/runtime/api/identity.ts';
import { createConsoleApp, type ConsoleDependencies } from '../../lambdas/serve-console/app.ts';
import { createPortalApp, type PortalDependencies } from '../../lambdas/serve-portal/app.ts';
import { createSignInApp } from '../../lambdas/serve-sign-in/app.ts';
import type { SignInDependencies } from '../../contexts/portal/use-cases/sign-in.ts';

/** Whether anything behind the API was reached while a request was answered. */
let wasReached = false;

/** Stands for everything behind the API: any depth of it can be taken, and whatever is called notes it and fails. */
const behind: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'then' ? undefined : behind),
  apply: () => {
    wasReached = true;
    throw new Error('reached');
  },
});

const apps = [
  createConsoleApp(behind as ConsoleDependencies),
  createPortalApp(behind as PortalDependencies),
  createSignInApp(behind as SignInDependencies),
] as const;

interface Route {
  readonly app: (typeof apps)[number];
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
}

/** All routes of all apps, as they describe themselves. */
const routes: readonly Route[] = apps.flatMap((app) => {
  const { paths = {} } = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Milaf', version: '1' },
  });
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId: string }>).map(([method, { operationId }]) => ({
      app,
      method: method.toUpperCase(),
      path,
      operationId,
    })),
  );
});

const isGuarded = (route: Route): route is Route & { readonly operationId: Operation } =>
  route.operationId in accessTable;
const guarded = routes.filter(isGuarded);
const open = routes.filter((route) => !isGuarded(route));

/** What API Gateway adds for someone who holds these roles. */
function sessionOf(held: readonly Role[]) {
  const claims = held.includes('insured')
    ? { 'cognito:username': '100000007' }
    : {
        'cognito:username': 'someone',
        'cognito:groups': `[${held.join(' ')}]`,
        ...(held.includes('agency-clerk') ? { 'custom:channel': 'agency-rabat-01' } : {}),
      };
  return { event: { requestContext: { authorizer: { jwt: { claims } } } } };
}

async function ask({ app, method, path }: Route, held: readonly Role[]) {
  wasReached = false;
  const filled = path.replaceAll(/\{[^}]+\}/g, 'ABCDEFGH12345678');
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
  const response = await app.request(
    filled,
    { method, headers: { 'content-type': 'application/json', 'x-milaf': '1' }, ...body },
    sessionOf(held),
  );
  return { status: response.status, wasReached };
}

const REFUSED = [401, 403];

describe('the table of who may do what', () => {
  it('has an operation for each guarded route, and a route for each operation', () => {
    expect(guarded.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(accessTable).sort());
  });

  it('leaves open nothing but signing in and out', () => {
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([
      'answerChallenge',
      'answerCode',
      'refreshPortalSession',
      'refreshSession',
      'requestCode',
      'signIn',
      'signOut',
      'signOutOfPortal',
    ]);
  });

  it('is behind the gateway: it asks for a token at the address of every guarded route', () => {
    const unprotected = guarded.filter(({ path }) => !/^\/api\/(console|portal)\//.test(path));
    expect(unprotected).toEqual([]);
    const guardedAsSession = open.filter(({ path }) => !/^\/api\/(portal-)?session(\/|$)/.test(path));
    expect(guardedAsSession).toEqual([]);
  });

  it('lets auditors look at what was done, and neither do nor change anything', () => {
    const theirs = guarded.filter(({ operationId }) => mayUse(operationId, ['auditor']));
    expect(theirs.map(({ operationId }) => operationId).sort()).toEqual([
      'exportFigures',
      'findByCin',
      'findByNumber',
      'listAccesses',
      'listPayments',
      'searchClaims',
      'showClaim',
      'showFigures',
      'showMe',
      'showPages',
      'showPayment',
    ]);
    // What is asked for by a number of a person is asked in a body; nothing else of theirs is sent.
    const sent = theirs.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId);
    expect(sent.sort()).toEqual(['findByCin', 'findByNumber', 'listAccesses', 'searchClaims']);
  });

  it('keeps numbers of people out of every address', () => {
    const named = guarded.filter(({ path }) => /\{[^}]*(registration|cin|rib|phone|name)[^}]*\}/i.test(path));
    expect(named).toEqual([]);
  });
});

describe.each(guarded.map((route) => ({ route, name: `${route.method} ${route.path}` })))(
  '$name',
  ({ route }) => {
    const allowed: readonly Role[] = accessTable[route.operationId];

    it('is for someone', () => {
      expect(allowed).not.toEqual([]);
    });

    it.each(roles.filter((role) => !allowed.includes(role)))(
      'refuses the role %s before anything is reached',
      async (role) => {
        const answer = await ask(route, [role]);
        expect(REFUSED).toContain(answer.status);
        expect(answer.wasReached).toBe(false);
      },
    );

    it.each(allowed)('is open to the role %s', async (role) => {
      const answer = await ask(route, [role]);
      expect(REFUSED).not.toContain(answer.status);
    });

    it('refuses someone of the staff who has no role', async () => {
      const answer = await ask(route, []);
      expect(REFUSED).toContain(answer.status);
      expect(answer.wasReached).toBe(false);
    });

    it('is open to whoever holds an allowed role among others', async () => {
      if (!staffRoles.some((role) => mayUse(route.operationId, [role]))) return;
      const answer = await ask(route, staffRoles);
      expect(REFUSED).not.toContain(answer.status);
    });
  },
);

describe('several roles of one person', () => {
  const subsets = Array.from({ length: 2 ** staffRoles.length }, (_, bits) =>
    staffRoles.filter((__, index) => (bits & (1 << index)) !== 0),
  );
  const operations = Object.keys(accessTable) as Operation[];

  it.each(guarded.map((route) => ({ route, name: `${route.method} ${route.path}` })))(
    'open $name where one of them does, and else nothing behind it is reached: every set of roles',
    async ({ route }) => {
      const allowed: readonly Role[] = accessTable[route.operationId];
      for (const held of subsets) {
        const answer = await ask(route, held);
        const isGranted = held.some((role) => allowed.includes(role));
        const isRefused = REFUSED.includes(answer.status);
        expect({ held, isRefused, isLeak: isRefused && answer.wasReached }).toEqual({
          held,
          isRefused: !isGranted,
          isLeak: false,
        });
      }
    },
  );

  it('never add up to more than each: only those that grant an operation act in it', async () => {
    const app = createApiApp<Staff>();
    app.use(async (context, next) => {
      context.set('actor', staffOf(context.env));
      await next();
    });
    for (const id of operations)
      app.get(`/${id}`, operation(id).middleware, (context) => context.json(context.get('actor').roles));
    for (const held of subsets) {
      for (const id of operations) {
        const allowed: readonly Role[] = accessTable[id];
        const granting = held.filter((role) => allowed.includes(role));
        const response = await app.request(`/${id}`, {}, sessionOf(held));
        const acting: unknown = response.status === 403 ? [] : await response.json();
        expect(acting).toEqual(granting);
      }
    }
  });

  it('unmask nobody and widen no channel by a role that does not review or take in itself', () => {
    const reviewing = operations.filter((id) => rolesGranting(id, ['external-reviewer']).length > 0);
    for (const held of subsets.filter((some) => some.includes('external-reviewer'))) {
      for (const id of reviewing.filter((one) => one !== 'showMe')) {
        const others = held.filter((role) => role !== 'external-reviewer');
        const isMasked = isMaskedFor({ ...nobody, roles: rolesGranting(id, held) });
        expect(isMasked).toBe(!mayUse(id, others));
      }
    }
  });
});

const nobody: Staff = { kind: 'staff', userId: 'someone', roles: [] };
