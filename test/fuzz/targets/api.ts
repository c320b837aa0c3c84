import * as z from 'zod';
import { CursorRefusedError, type Listing } from '../../../contexts/shared/paging/page-cursors.ts';
import { powertoolsLogger } from '../../../lambdas/runtime/log.ts';
import { ApiProblem, problemSchema } from '../../../lambdas/runtime/api/problem.ts';
import { createConsoleApp, type ConsoleDependencies } from '../../../lambdas/serve-console/app.ts';
import { createPortalApp, type PortalDependencies } from '../../../lambdas/serve-portal/app.ts';
import { createSignInApp } from '../../../lambdas/serve-sign-in/app.ts';
import type { SignInDependencies } from '../../../contexts/portal/use-cases/sign-in.ts';
import { repeatableCursors } from '../../support/memory-data-keys.ts';
import { jsonOf, textOf, textSeed } from '../json-input.ts';
import { jsonMutators } from '../mutators/json.ts';
import { requestSchema, requestSeeds } from '../seeds/request-seeds.ts';
import { accepted, refused, type Target, type Verdict } from '../target.ts';

const REACHED = 'REACHED';

/** What is taken over from one part of what is behind the API into another. */
const SPREAD = [
  ...['registry', 'claims', 'reviews', 'ownClaims', 'ownFile', 'requests', 'accesses', 'rules', 'clock'],
  ...['evidence', 'maxFileBytes', 'signIn', 'flows', 'cursors'],
] as const;

/** Stands for all that is behind the API: whatever is called there says that the request got through. */
const behind: unknown = new Proxy(() => undefined, {
  ownKeys: () => [...SPREAD],
  getOwnPropertyDescriptor: () => ({ value: behind, enumerable: true, configurable: true }),
  get: (_, key) => (key === 'then' ? undefined : behind),
  apply: () => {
    throw new ApiProblem(409, REACHED, 'The request got through');
  },
});

/** Which error a request failed with stands in the log alone. */
let lastLogged = '';
powertoolsLogger.error = (_, ...extra) => {
  lastLogged = JSON.stringify(extra);
};

const WORDS = [
  ...[
    'GET',
    'POST',
    'PUT',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'PATCH',
    'application/json',
    'text/plain',
    'multipart/form-data',
  ],
  ...[
    'application/json; charset=utf-16',
    '%',
    '%00',
    '%ff',
    '%2e%2e%2f',
    '..',
    '//',
    '?',
    '&',
    '#',
    ';',
    '\0',
    'é',
    '{',
  ],
  ...[
    'cursor=',
    'limit=0',
    'limit=1e9',
    'limit=-1',
    'day=2024-02-30',
    '__Secure-milaf-staff-refresh=',
    '=',
    '"',
    ', ',
  ],
  ...[
    '2024-02-30',
    '9999-99-99',
    '112233445',
    'AB123456',
    'null',
    '[admin]',
    '[reviewer manager]',
    'true',
    '٣',
    '\ud800',
  ],
] as const;

type App = ReturnType<typeof createConsoleApp> | ReturnType<typeof createPortalApp>;

/** What no client can send is not for the API to refuse: `fetch` does not take it. */
function toRequest({ method, path, headers, body }: z.infer<typeof requestSchema>): Request | undefined {
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD' && body !== null && body !== undefined;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Request(new URL(path, 'https://milaf.example'), {
      method,
      headers,
      ...(hasBody ? { body: text } : {}),
    });
  } catch {
    return undefined;
  }
}

async function ask(app: App, bytes: Uint8Array): Promise<Verdict> {
  const found = requestSchema.safeParse(jsonOf(bytes));
  const request = found.success ? toRequest(found.data) : undefined;
  if (request === undefined || !found.success) return refused('no request');
  const jwt = { claims: found.data.claims };
  const response = await app.request(request, undefined, {
    event: { requestContext: { authorizer: { jwt } } },
  });
  if (response.status === 500) throw new Error(`Answered with 500: ${lastLogged}`);
  if (response.ok) return accepted;
  // The answer to HEAD is that to GET without its body.
  if (request.method === 'HEAD') return refused('no body');
  const problem = problemSchema.safeParse(await response.json());
  if (!problem.success) throw new Error('The refusal is no problem document');
  return problem.data.code === REACHED ? accepted : refused(problem.data.code);
}

const appTarget = (name: string, isOfPart: (path: string) => boolean, makeApp: () => App): Target => ({
  name,
  share: 30,
  prepare: () => {
    const app = makeApp();
    return Promise.resolve({
      seeds: requestSeeds(isOfPart),
      words: WORDS,
      mutators: jsonMutators(WORDS),
      parse: (bytes) => ask(app, bytes),
    });
  },
});

const isPortal = (path: string): boolean => path.startsWith('/api/portal/');
const isSignIn = (path: string): boolean => path.startsWith('/api/portal-session');

const listing: Listing = { operation: 'listQueue', actor: 'staff:someone', asked: {} };
const places = [
  { day: '2024-02-29', after: '7Q2MK8D10ABCDEFG' },
  { after: { pk: 'QUEUE#age', sk: 1_709_164_800_000 } },
  { pk: 'PERSON#112233445', sk: 'CLAIM#7Q2MK8D10ABCDEFG-1' },
];

function portal(): PortalDependencies {
  const { cursors, file, documents, family, accountChange } = z.custom<PortalDependencies>().parse(behind);
  return { cursors, file, documents, family, accountChange };
}

async function cursorTarget(): ReturnType<Target['prepare']> {
  const cursors = repeatableCursors();
  const seeds: Uint8Array[] = [];
  // One after the other: which one is sealed first must not depend on the machine.
  for (const place of places)
    seeds.push(textSeed((await cursors.seal(JSON.stringify(place), listing)) ?? ''));
  return {
    seeds,
    words: ['eyJ', 'In0', '=', '-', '_', '+', '/', 'bnVsbA', 'W10', '\0', 'é'],
    mutators: [],
    parse: async (bytes) => {
      try {
        await cursors.open(textOf(bytes), listing);
        return accepted;
      } catch (error) {
        if (error instanceof CursorRefusedError) return refused('CURSOR_INVALID');
        throw error;
      }
    },
  };
}

export const apiTargets: readonly Target[] = [
  appTarget(
    'console-requests',
    (path) => !isPortal(path) && !isSignIn(path),
    () => createConsoleApp(z.custom<ConsoleDependencies>().parse(behind)),
  ),
  appTarget('portal-requests', isPortal, () => createPortalApp(portal())),
  appTarget('sign-in-requests', isSignIn, () =>
    createSignInApp(z.custom<SignInDependencies>().parse(behind)),
  ),
  { name: 'cursors', share: 50, prepare: cursorTarget },
];
